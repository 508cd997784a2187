/** `app.production.networkPolicy`. */

import { cidrProblem } from "../../../kubernetes/cidr.js";
import { list, map } from "../schema/collections.js";
import { boolean, text, word } from "../schema/leaf.js";
import { defaulted, type ObjectOutput, type ObjectRule, object, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { labelKey, labelValue, nonEmpty, portNumber, portReference } from "./forms.js";
import { annotations } from "./metadata.js";

const expression = object({
  key: required(nonEmpty, { doc: "The label.", example: "tier" }),
  operator: required(word("In", "NotIn", "Exists", "DoesNotExist"), { doc: "How it is compared.", example: "In" }),
  values: optional(list(labelValue), { doc: "With what.", example: ["web"], unset: "With nothing." }),
});

const selector = object({
  matchLabels: optional(map(labelKey, labelValue), {
    doc: "Labels that must be there.",
    example: { app: "web" },
    unset: "None must.",
  }),
  matchExpressions: optional(list(expression), {
    doc: "Conditions on labels.",
    example: [{ key: "tier", operator: "In", values: ["web"] }],
    unset: "None.",
  }),
});

const cidr = text({ code: "invalid-cidr", problem: cidrProblem });

const ipBlock = object({
  cidr: required(cidr, { doc: "The addresses.", example: "10.0.0.0/8" }),
  except: optional(list(cidr), { doc: "But not these.", example: ["10.1.0.0/16"], unset: "All of them." }),
});

const peerFields = {
  podSelector: optional(selector, {
    doc: "Pods with these labels.",
    example: { matchLabels: { app: "web" } },
    unset: "All pods of the namespaces.",
  }),
  namespaceSelector: optional(selector, {
    doc: "In namespaces with these labels.",
    example: { matchLabels: { "kubernetes.io/metadata.name": "ingress-nginx" } },
    unset: "In the policy's namespace.",
  }),
  ipBlock: optional(ipBlock, {
    doc: "Addresses outside the cluster.",
    example: { cidr: "10.0.0.0/8" },
    unset: "None.",
  }),
} as const;

const somePeer: ObjectRule<ObjectOutput<typeof peerFields>> = ({ wrote, complain }) => {
  if (wrote("ipBlock") && (wrote("podSelector") || wrote("namespaceSelector"))) {
    const message = "ipBlock cannot be combined with podSelector or namespaceSelector";
    complain("ipBlock", { code: "conflicting-fields", message, help: "Write it as a peer of its own." });
  } else if (!wrote("ipBlock") && !wrote("podSelector") && !wrote("namespaceSelector")) {
    const message = "a peer must have podSelector, namespaceSelector or ipBlock";
    complain([], { code: "missing-field", message, help: "For every pod, write podSelector = { }." });
  }
};

const peer = object(peerFields, somePeer);

const port = object(
  {
    port: optional(portReference, { doc: "The port, by number or name.", example: 443, unset: "All ports." }),
    endPort: optional(portNumber, { doc: "The last port of a range.", example: 32768, unset: "Just the one." }),
    protocol: optional(word("TCP", "UDP", "SCTP"), { doc: "The protocol.", example: "UDP", unset: "It is TCP." }),
  },
  ({ valid, wrote, complain }) => {
    if (valid.endPort === undefined) return;
    if (typeof valid.port === "number" && valid.endPort >= valid.port) return;
    if (wrote("port") && valid.port === undefined) return;
    complain("endPort", { code: "min-above-max", message: "endPort needs a port that is a number and not above it" });
  },
);

const ports = list(port);
const peers = list(peer);
const anyPort = "All ports.";
const ingressRule = object({
  from: optional(peers, {
    doc: "Who may connect.",
    example: [{ podSelector: { matchLabels: { app: "web" } } }],
    unset: "Anyone; an empty list means the same.",
  }),
  ports: optional(ports, { doc: "To which ports.", example: [{ port: 80 }], unset: anyPort }),
});
const egressRule = object({
  to: optional(peers, {
    doc: "What may be connected to.",
    example: [{ podSelector: { matchLabels: { app: "postgres" } } }],
    unset: "Anything; an empty list means the same.",
  }),
  ports: optional(ports, { doc: "On which ports.", example: [{ port: 53, protocol: "UDP" }], unset: anyPort }),
});

export const networkPolicy = object({
  enabled: defaulted(boolean, true, { doc: "Whether there is a NetworkPolicy.", example: false }),
  ingress: optional(list(ingressRule), {
    doc: "Who may connect to the pods; an empty list means no one.",
    example: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }],
    unset: "No one, unless egress is given: then anyone.",
  }),
  egress: optional(list(egressRule), {
    doc: "What the pods may connect to; an empty list means nothing.",
    example: [{ ports: [{ port: 53, protocol: "UDP" }] }],
    unset: "Anything.",
  }),
  policyTypes: optional(list(word("Ingress", "Egress")), {
    doc: "Which directions are restricted.",
    example: ["Ingress", "Egress"],
    unset: "Those that are given.",
  }),
  annotations: optional(annotations, {
    doc: "Annotations of the NetworkPolicy.",
    example: { "example.com/owner": "platform" },
    unset: "There are none.",
  }),
});
export type NetworkRule = OutputOf<typeof ingressRule> | OutputOf<typeof egressRule>;
