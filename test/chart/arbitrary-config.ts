/** Random configs, drawn from the config's own definition: most are right, and some contradict themselves. */
import fc from "fast-check";
import { chart as schema } from "../../src/chart/config/fields/chart.js";
import type { AnyField, AnySchema } from "../../src/chart/config/schema/schema.js";

function fromSchema({ shape }: AnySchema, examples: readonly unknown[]): fc.Arbitrary<unknown> {
  const example = examples.length === 0 ? [] : [fc.constantFrom(...examples)];
  switch (shape.type) {
    case "object":
      return fc.oneof(...example, fromFields(shape.fields));
    case "list": {
      const items = examples.flatMap((list) => (Array.isArray(list) ? list : []));
      return fc.oneof(...example, fc.array(fromSchema(shape.item, items), { maxLength: 3 }));
    }
    case "map":
      return example[0] ?? fc.constant({});
    case "choice":
      return fc.oneof(
        ...example,
        ...shape.alternatives.map((one) =>
          fromSchema(
            one,
            examples.filter((value) => fits(one, value)),
          ),
        ),
      );
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.oneof(...example, fc.integer({ min: shape.minimum ?? 0, max: shape.maximum ?? 100 }));
    case "string":
      return shape.words === undefined ? (example[0] ?? fc.constant("text")) : fc.constantFrom(...shape.words);
    default:
      return example[0] ?? fc.constant({});
  }
}

function fits({ shape }: AnySchema, value: unknown): boolean {
  if (Array.isArray(value)) return shape.type === "list";
  if (typeof value === "object") return ["object", "map", "json"].includes(shape.type);
  return typeof value === "number" ? ["integer", "number"].includes(shape.type) : shape.type === typeof value;
}

function fromFields(fields: Readonly<Record<string, AnyField>>): fc.Arbitrary<object> {
  const supported = Object.entries(fields).filter(([, { schema }]) => schema.shape.type !== "unsupported");
  const required = supported.filter(([, { kind }]) => kind === "required").map(([name]) => name);
  const model = Object.fromEntries(
    supported.map(([name, field]) => [name, fromSchema(field.schema, examplesOf(field))]),
  );
  const sparse = fc.shuffledSubarray(
    supported.map(([name]) => name),
    { maxLength: Math.min(12, supported.length) },
  );
  return sparse.chain((chosen) => {
    const kept = [...new Set([...required, ...chosen])];
    return fc.record(Object.fromEntries(kept.map((name) => [name, model[name] as fc.Arbitrary<unknown>])));
  });
}

function examplesOf(field: AnyField): readonly unknown[] {
  return field.default === undefined ? [field.example] : [field.example, field.default];
}

export const arbitraryConfig = fromSchema(schema, []);

/** The same with something arbitrary, such as null, a list or a function, in a random place. */
export const corruptedConfig: fc.Arbitrary<unknown> = fc
  .tuple(
    arbitraryConfig,
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([config, junk, choices]) => corrupt(config, junk, choices));

function corrupt(value: unknown, junk: unknown, choices: Iterator<number>): unknown {
  if (typeof value !== "object" || value === null) return junk;
  const keys = Object.keys(value);
  const choice = choices.next().value as number;
  const key = keys[choice % (keys.length + 1)];
  if (key === undefined) return Array.isArray(value) ? [...value, junk] : { ...value, [`field${choice}`]: junk };
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = corrupt(copy[key], junk, choices);
  return copy;
}
