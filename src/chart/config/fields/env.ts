/** `app.env` and `app.envFrom`. */

import { choice, list, map, unique } from "../schema/collections.js";
import { atMostOne, exactlyOne } from "../schema/exclusive.js";
import { boolean, scalarNumber, text } from "../schema/leaf.js";
import { object, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { dataKey, environmentName, nonEmpty, quantity, resourceName } from "./forms.js";

const key = text({ code: dataKey.code, problem: dataKey.problem });

const keyReference = object({
  name: required(resourceName, { doc: "The resource's name.", example: "db-secret" }),
  key: required(key, { doc: "The key in it.", example: "password" }),
  optional: optional(boolean, {
    doc: "Whether the pod starts although it is missing.",
    example: true,
    unset: "The pod waits for it.",
  }),
});

const valueFrom = object(
  {
    secretKeyRef: optional(keyReference, {
      doc: "A key of a Secret.",
      example: { name: "db-secret", key: "password" },
      unset: "Not from a Secret.",
    }),
    configMapKeyRef: optional(keyReference, {
      doc: "A key of a ConfigMap.",
      example: { name: "settings", key: "mode" },
      unset: "Not from a ConfigMap.",
    }),
    fieldRef: optional(
      object({
        fieldPath: required(nonEmpty, { doc: "The field, such as status.podIP.", example: "metadata.name" }),
        apiVersion: optional(text(), { doc: "The API version of the path.", example: "v1", unset: "It is v1." }),
      }),
      { doc: "A field of the pod.", example: { fieldPath: "metadata.name" }, unset: "Not from the pod." },
    ),
    resourceFieldRef: optional(
      object({
        resource: required(nonEmpty, { doc: "The resource.", example: "limits.memory" }),
        containerName: optional(text(), { doc: "Whose.", example: "web", unset: "This container's." }),
        divisor: optional(quantity, { doc: "The unit.", example: "1Mi", unset: "The unit is 1." }),
      }),
      { doc: "A request or limit.", example: { resource: "limits.memory" }, unset: "Not from a limit." },
    ),
  },
  exactlyOne("secretKeyRef", "configMapKeyRef", "fieldRef", "resourceFieldRef"),
);

const source = object({
  valueFrom: required(valueFrom, {
    doc: "Where the value comes from when the container starts.",
    example: { secretKeyRef: { name: "db-secret", key: "password" } },
  }),
});

const entry = object(
  {
    name: required(text({ code: environmentName.code, problem: environmentName.problem }), {
      doc: "The variable's name.",
      example: "LOG_LEVEL",
    }),
    value: optional(choice({ string: text(), number: scalarNumber, boolean }), {
      doc: "Its value.",
      example: "debug",
      unset: "It comes from valueFrom, or is empty.",
    }),
    valueFrom: optional(valueFrom, {
      doc: "Where the value comes from when the container starts.",
      example: { fieldRef: { fieldPath: "metadata.name" } },
      unset: "It is value.",
    }),
  },
  atMostOne("value", "valueFrom"),
);

export const env = choice({
  object: map(environmentName, choice({ string: text(), number: scalarNumber, boolean, object: source })),
  list: list(
    entry,
    unique("the variable", (item) => item.name),
  ),
});
export type Env = OutputOf<typeof env>;

const wholeSource = object({
  name: required(resourceName, { doc: "The resource's name.", example: "settings" }),
  optional: optional(boolean, {
    doc: "Whether the pod starts although it is missing.",
    example: true,
    unset: "The pod waits for it.",
  }),
});

export const envFrom = list(
  object(
    {
      configMapRef: optional(wholeSource, {
        doc: "Every key of this ConfigMap.",
        example: { name: "settings" },
        unset: "Not from a ConfigMap.",
      }),
      secretRef: optional(wholeSource, {
        doc: "Every key of this Secret.",
        example: { name: "credentials" },
        unset: "Not from a Secret.",
      }),
      prefix: optional(text(), {
        doc: "Put in front of every key.",
        example: "DB_",
        unset: "The keys are the names.",
      }),
    },
    exactlyOne("configMapRef", "secretRef"),
  ),
);
