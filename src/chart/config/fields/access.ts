/** `app.serviceAccount` and `app.rbac`: who the pods are for the API server, and what they may do. */
import { choice, list } from "../schema/collections.js";
import { exactlyOne } from "../schema/exclusive.js";
import { boolean, text } from "../schema/leaf.js";
import { defaulted, object, optional, required } from "../schema/object.js";
import { resourceName } from "./forms.js";
import { annotations } from "./metadata.js";

export const serviceAccount = choice({
  string: resourceName,
  boolean,
  object: object({
    create: defaulted(boolean, true, { doc: "Whether it is made here.", example: false }),
    name: optional(resourceName, { doc: "Its name.", example: "web", unset: "The chart's name." }),
    annotations: optional(annotations, {
      doc: "Annotations, such as those that tie it to a cloud role.",
      example: { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/web" },
      unset: "There are none.",
    }),
    automountToken: optional(boolean, {
      doc: "Whether pods get a token of the API server.",
      example: false,
      unset: "They do.",
    }),
  }),
});

const words = list(text());

const policyRule = object(
  {
    apiGroups: optional(words, {
      doc: 'The API groups; "" is the core group.',
      example: [""],
      unset: "The core group.",
    }),
    resources: optional(words, { doc: "The resources.", example: ["pods"], unset: "See nonResourceURLs." }),
    resourceNames: optional(words, { doc: "Only those of these names.", example: ["web"], unset: "All." }),
    nonResourceURLs: optional(words, { doc: "Paths of the API server.", example: ["/metrics"], unset: "None." }),
    verbs: required(words, { doc: "What may be done.", example: ["get", "list", "watch"] }),
  },
  exactlyOne("resources", "nonResourceURLs"),
);

const policyRules = list(policyRule);

export const rbac = object({
  enabled: defaulted(boolean, true, { doc: "Whether there are roles.", example: false }),
  rules: optional(policyRules, {
    doc: "What the pods may do in their namespace.",
    example: [{ resources: ["configmaps"], verbs: ["get", "watch"] }],
    unset: "Nothing.",
  }),
  clusterRules: optional(policyRules, {
    doc: "What they may do in the whole cluster.",
    example: [{ resources: ["nodes"], verbs: ["list"] }],
    unset: "Nothing.",
  }),
});
