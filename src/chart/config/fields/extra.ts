/** `resources` and `patches`: what has no field of its own. */
import { quote } from "../../../kubernetes/names.js";
import { choice, eitherBy, list, map } from "../schema/collections.js";
import { json, jsonObject, patchObject } from "../schema/json.js";
import { text, word } from "../schema/leaf.js";
import { object, openObject, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { dataIsText } from "./data-resources.js";
import { labelKey, labelName, labelValue, nonEmpty } from "./forms.js";
import { annotations } from "./metadata.js";

const apiVersion = text({
  code: "invalid-api-version",
  problem: (value) =>
    /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?v\d+((alpha|beta)\d+)?$/.test(value)
      ? undefined
      : `${quote(value)} is not an API version, such as v1 or apps/v1`,
});

const kind = text({
  code: "invalid-kind",
  problem: (value) => {
    if (/^([A-Z][A-Za-z0-9]*)?List$/.test(value)) return "a list is not a resource: write its items here";
    return /^[A-Z][A-Za-z0-9]*$/.test(value) ? undefined : `${quote(value)} is not a kind, such as ConfigMap`;
  },
});

/** Most resources have DNS names; roles and their like only need a name that is a path segment. */
const objectName = text({
  code: "invalid-name",
  problem: (value) =>
    value === "" || value === "." || value === ".." || value.length > 253 || /[/%\s\p{Cc}]/u.test(value)
      ? `${quote(value)} is not a valid name for a resource`
      : undefined,
});

const manifest = openObject(
  {
    apiVersion: required(apiVersion, { doc: "The API group and version.", example: "v1" }),
    kind: required(kind, { doc: "The kind.", example: "ConfigMap" }),
    metadata: required(
      openObject({
        name: required(objectName, { doc: "The name.", example: "extra" }),
        namespace: optional(labelName, { doc: "The namespace.", example: "web", unset: "The chart's." }),
        labels: optional(map(labelKey, labelValue), {
          doc: "Labels.",
          example: { tier: "web" },
          unset: "The chart's.",
        }),
        annotations: optional(annotations, { doc: "Annotations.", example: { note: "by hand" }, unset: "None." }),
      }),
      { doc: "The name and more.", example: { name: "extra" } },
    ),
  },
  dataIsText,
);
export type Manifest = OutputOf<typeof manifest>;

const patterned = object({
  name: required(labelName, { doc: "The workload's name.", example: "worker-1" }),
  spec: optional(jsonObject, {
    doc: "Merged over the spec of the app's workload.",
    example: { replicas: 1 },
    unset: "The same as the app's.",
  }),
});
export type Patterned = OutputOf<typeof patterned>;

/** Any of these makes an item a manifest, so that the others are missed where they are not. */
export const manifestFields = ["apiVersion", "kind", "metadata"] as const;

export const resources = list(eitherBy(manifestFields, manifest, patterned));

const target = object({
  kind: optional(nonEmpty, { doc: "Resources of this kind.", example: "Deployment", unset: "Any kind." }),
  name: optional(nonEmpty, { doc: "Of this name.", example: "web", unset: "Any name." }),
});

const pointer = text({
  code: "invalid-pointer",
  problem: (value) =>
    /^(\/([^~/]|~[01])*)*$/.test(value) ? undefined : `${quote(value)} is not a JSON pointer, such as /spec/replicas`,
});

const operation = object(
  {
    op: required(word("add", "remove", "replace", "move", "copy", "test"), {
      doc: "What is done.",
      example: "replace",
    }),
    path: required(pointer, { doc: "Where.", example: "/spec/replicas" }),
    from: optional(pointer, { doc: "From where, for move and copy.", example: "/spec", unset: "For those only." }),
    value: optional(json, { doc: "With what, for add, replace and test.", example: 3, unset: "For those only." }),
  },
  ({ valid, wrote, complain }) => {
    const needed = valid.op === "move" || valid.op === "copy" ? "from" : valid.op === "remove" ? undefined : "value";
    if (valid.op === undefined || needed === undefined || wrote(needed)) return;
    complain([], { code: "missing-field", message: `the operation "${valid.op}" needs the field "${needed}"` });
  },
);
export type JsonPatchOperation = OutputOf<typeof operation>;

const patch = object({
  target: optional(target, {
    doc: "Which resources are changed.",
    example: { kind: "Deployment" },
    unset: "Those whose kind and metadata.name the patch itself has.",
  }),
  patch: required(choice({ object: patchObject, list: list(operation) }), {
    doc: "A strategic-merge patch (a set), or JSON 6902 operations (a list).",
    example: { kind: "Deployment", spec: { revisionHistoryLimit: 3 } },
  }),
});
export type Patch = OutputOf<typeof patch>;

export const patches = list(patch);
