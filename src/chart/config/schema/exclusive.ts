/** Rules for fields that exclude each other. */
import type { ObjectRule } from "./object.js";

/** Wants no more than one of these fields, and complains at each of them but the first. */
export function atMostOne<T>(...names: readonly (keyof T & string)[]): ObjectRule<T> {
  return ({ wrote, complain }) => {
    const [first, ...others] = names.filter(wrote);
    for (const name of others) {
      const message = `"${first}" and "${name}" exclude each other`;
      complain(name, { code: "conflicting-fields", message, help: `Keep "${first}" or "${name}".` });
    }
  };
}

/** Wants one of these fields and no more. */
export function exactlyOne<T>(...names: readonly (keyof T & string)[]): ObjectRule<T> {
  const rule = atMostOne<T>(...names);
  return (view) => {
    if (view.fragment || names.some(view.wrote)) return rule(view);
    view.complain([], { code: "missing-field", message: `one of the fields ${names.join(", ")} is needed here` });
  };
}
