/** The input of `mkMultiChart`: several charts as one unit. */
import { choice, list, map } from "../schema/collections.js";
import { patchObject } from "../schema/json.js";
import { boolean, text } from "../schema/leaf.js";
import { object, optional, required } from "../schema/object.js";
import type { InputOf, OutputOf } from "../schema/schema.js";
import { chartDescription } from "./chart.js";
import { resources } from "./extra.js";
import { freeKey, labelKeyName, nonEmpty } from "./forms.js";

const condition = optional(choice({ boolean, string: text() }), {
  doc: "Whether it is on: true or false, or the path of a switch, such as database.enabled.",
  example: "database.enabled",
  unset: "It is on.",
});

const need = choice({
  string: nonEmpty,
  object: object({ name: required(nonEmpty, { doc: "The chart.", example: "database" }), condition }),
});

const listed = object({
  name: required(nonEmpty, {
    doc: "The chart, or the name of a Helm chart that is not in charts.",
    example: "database",
  }),
  condition,
  needs: optional(list(need), { doc: "The charts that come before it.", example: ["database"], unset: "None." }),
  version: optional(nonEmpty, {
    doc: "For a Helm chart: its versions.",
    example: "^16.0.0",
    unset: "The chart's own.",
  }),
  repository: optional(nonEmpty, {
    doc: "For a Helm chart: where it comes from.",
    example: "https://charts.example.com",
    unset: "It is one of charts.",
  }),
});

export const dependencies = choice({ list: list(listed), object: map(freeKey, list(need)) });
export type Dependencies = OutputOf<typeof dependencies>;

/** The charts and what is merged under them are checked when they are merged. */
export const multiChart = object({
  ...chartDescription,
  charts: required(map(labelKeyName, patchObject), {
    doc: "The charts' configs, by name; enabled says whether one is on.",
    example: { web: { app: { image: "nginx:1.27" } } },
  }),
  dependencies: optional(dependencies, {
    doc: "What each chart needs, or a list of the charts with conditions.",
    example: { web: ["database"] },
    unset: "The charts do not need each other.",
  }),
  global: optional(patchObject, {
    doc: "Merged under every chart.",
    example: { namespace: "shop" },
    unset: "Nothing.",
  }),
  shared: optional(resources, {
    doc: "Manifests that are there once.",
    example: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "shared" } }],
    unset: "There are none.",
  }),
});
export type MultiChartFields = InputOf<typeof multiChart>;
export type MultiChartConfig = OutputOf<typeof multiChart>;
