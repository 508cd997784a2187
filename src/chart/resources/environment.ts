/** Environment variables, from either form, as the API has them. */
import type { Env } from "../config/fields/env.js";

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: object;
}

/** A list keeps its order. A map has none, so it is put in order of names, what others refer to first. */
export function environmentVariables(env: Env | undefined): readonly Variable[] {
  if (env === undefined) return [];
  if (Array.isArray(env))
    return env.map(({ name, value, valueFrom }) => variable(name, valueFrom ? { valueFrom } : value));
  const variables = Object.entries(env).map(([name, value]) => variable(name, value));
  return byReference(variables.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function variable(name: string, value: unknown): Variable {
  if (typeof value === "object" && value !== null) return { name, ...value };
  return value === undefined ? { name } : { name, value: String(value) };
}

/**
 * Kubernetes resolves `$(NAME)` only to variables that stand before, so those come first. References in a circle
 * stay as they are. The stack is our own, because a chain of references may be as long as the map.
 */
function byReference(variables: readonly Variable[]): readonly Variable[] {
  const byName = new Map(variables.map((each) => [each.name, each]));
  const ordered = new Set<Variable>();
  const entered = new Set<Variable>();
  const stack = [...variables].reverse();
  for (let each = stack.at(-1); each !== undefined; each = stack.at(-1)) {
    const waiting = entered.has(each) ? [] : references(each, byName).filter((target) => !entered.has(target));
    entered.add(each);
    if (waiting.length > 0) stack.push(...waiting.reverse());
    else {
      ordered.add(each);
      stack.pop();
    }
  }
  return [...ordered];
}

/** The variables whose values become part of this one's; `$$(NAME)` is an escape. */
function references({ value = "" }: Variable, byName: ReadonlyMap<string, Variable>): readonly Variable[] {
  const names = [...value.matchAll(/(\$+)\(([^)]+)\)/g)].filter(([, dollars = ""]) => dollars.length % 2 === 1);
  return names.flatMap(([, , name = ""]) => byName.get(name) ?? []);
}
