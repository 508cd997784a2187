/** `validateResources`: limits and requests of a container, compared as quantities. */
import { compareQuantities, quantityProblem } from "../kubernetes/quantity.js";
import type { Attrs } from "../nix/eval/attrs.js";
import { toBytes } from "../nix/eval/bytes.js";
import { NixError } from "../nix/eval/errors.js";
import type { Plain, PlainObject } from "../nix/plain.js";
import { blame } from "./blame.js";

export function checkResources(resources: Attrs, plain: Plain): void {
  const { limits = {}, requests = {} } = plain as { limits?: PlainObject; requests?: PlainObject };
  const problems = [...malformed("limits", limits), ...malformed("requests", requests)];
  if (problems.length === 0) problems.push(...exceeded(limits, requests));
  const [first] = problems;
  if (first === undefined) return;
  const message = problems.map(({ text }) => text).join("; ");
  throw new NixError("throw", toBytes(message), blame(resources, first.path));
}

interface Problem {
  readonly path: readonly string[];
  readonly text: string;
}

function malformed(side: string, quantities: PlainObject): Problem[] {
  return Object.entries(quantities).flatMap(([name, value]) => {
    const problem = isQuantity(value) ? quantityProblem(value) : "a quantity is a string or a number";
    return problem === undefined ? [] : [{ path: [side, name], text: `${side}.${name}: ${problem}` }];
  });
}

function exceeded(limits: PlainObject, requests: PlainObject): Problem[] {
  return Object.entries(requests).flatMap(([name, request]) => {
    const limit = limits[name];
    if (!isQuantity(limit) || !isQuantity(request) || compareQuantities(limit, request) >= 0) return [];
    const text = `${name} limit (${limit}) must be >= ${name} request (${request})`;
    return [{ path: ["limits", name], text }];
  });
}

function isQuantity(value: Plain | undefined): value is string | number | bigint {
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint";
}
