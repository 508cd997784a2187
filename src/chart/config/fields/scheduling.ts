/** Where pods run, and how they are replaced. */
import { choice, list, map } from "../schema/collections.js";
import { jsonObject } from "../schema/json.js";
import { integer, text, word } from "../schema/leaf.js";
import { object, openObject, optional, required } from "../schema/object.js";
import { labelKey, labelValue, nonEmpty, positive } from "./forms.js";

const strategyType = word("RollingUpdate", "Recreate", "OnDelete");

export const strategy = choice({
  string: strategyType,
  object: openObject({
    type: optional(strategyType, { doc: "How.", example: "RollingUpdate", unset: "RollingUpdate." }),
    rollingUpdate: optional(jsonObject, {
      doc: "How many at once.",
      example: { maxSurge: 1, maxUnavailable: 0 },
      unset: "A quarter at once.",
    }),
  }),
});

export const nodeSelector = map(labelKey, labelValue);

export const tolerations = list(
  object({
    key: optional(text(), { doc: "The taint's key.", example: "dedicated", unset: "Every taint." }),
    operator: optional(word("Exists", "Equal"), { doc: "How it is compared.", example: "Exists", unset: "Equal." }),
    value: optional(text(), { doc: "The taint's value.", example: "web", unset: "No value." }),
    effect: optional(word("NoSchedule", "PreferNoSchedule", "NoExecute"), {
      doc: "The taint's effect.",
      example: "NoSchedule",
      unset: "Every effect.",
    }),
    tolerationSeconds: optional(integer(), {
      doc: "How long a NoExecute taint is tolerated.",
      example: 300,
      unset: "For ever.",
    }),
  }),
);

export const topologySpreadConstraints = list(
  openObject({
    topologyKey: required(nonEmpty, { doc: "The node label to spread over.", example: "topology.kubernetes.io/zone" }),
    maxSkew: required(positive, { doc: "The largest difference in number of pods.", example: 1 }),
    whenUnsatisfiable: required(word("DoNotSchedule", "ScheduleAnyway"), {
      doc: "What happens where that cannot be.",
      example: "ScheduleAnyway",
    }),
    labelSelector: optional(jsonObject, {
      doc: "The pods that count.",
      example: { matchLabels: { app: "web" } },
      unset: "This application's.",
    }),
  }),
);
