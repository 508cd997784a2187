/** Requests and limits of a container. */
import { getOwn } from "../../../kubernetes/json.js";
import { compareQuantities, parseQuantity, type QuantityLike } from "../../../kubernetes/quantity.js";
import { list, map } from "../schema/collections.js";
import { type ObjectRule, object, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { nonEmpty, quantity, resourceKey } from "./forms.js";

const amounts = map(resourceKey, quantity);

interface Bounds {
  readonly requests?: Readonly<Record<string, QuantityLike>>;
  readonly limits?: Readonly<Record<string, QuantityLike>>;
}

const limitsCoverRequests: ObjectRule<Bounds> = ({ valid, complain }) => {
  for (const [name, limit] of Object.entries(valid.limits ?? {})) {
    const request = getOwn(valid.requests, name);
    if (limit === undefined || request === undefined || compareQuantities(limit, request) >= 0) continue;
    const message = `the limit of ${name} (${limit}) is below its request (${request})`;
    complain(["limits", name], { code: "limit-below-request", message, help: `Raise it to ${request} or more.` });
  }
};

const notNegative: ObjectRule<Bounds> = ({ valid, complain }) => {
  for (const group of ["requests", "limits"] as const) {
    for (const [name, amount] of Object.entries(valid[group] ?? {})) {
      if (amount === undefined || (parseQuantity(amount)?.digits ?? 0n) >= 0n) continue;
      complain([group, name], { code: "invalid-quantity", message: `${name} cannot be negative (${amount})` });
    }
  }
};

export const computeResources = object(
  {
    requests: optional(amounts, {
      doc: "What is reserved.",
      example: { cpu: "100m", memory: "128Mi" },
      unset: "As much as the limits, where there are any.",
    }),
    limits: optional(amounts, {
      doc: "What may be used at most.",
      example: { cpu: "500m", memory: "512Mi" },
      unset: "No limit.",
    }),
    claims: optional(list(object({ name: required(nonEmpty, { doc: "The claim's name.", example: "gpu" }) })), {
      doc: "Resource claims of the pod that it uses.",
      example: [{ name: "gpu" }],
      unset: "None.",
    }),
  },
  limitsCoverRequests,
  notNegative,
);
export type ComputeResources = OutputOf<typeof computeResources>;
