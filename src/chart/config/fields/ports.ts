/** `app.ports`: numbers, or sets that say more. */
import { choice, list, unique } from "../schema/collections.js";
import { text, word } from "../schema/leaf.js";
import { defaulted, object, optional, required } from "../schema/object.js";
import type { OutputOf, Valid } from "../schema/schema.js";
import { portName, portNumber, portReference } from "./forms.js";

const fullPort = object({
  port: required(portNumber, { doc: "The Service's port.", example: 80 }),
  targetPort: optional(portReference, {
    doc: "The port in the container, by number, or by the name it has in another container of the pod.",
    example: 8080,
    unset: "The same number as port.",
  }),
  name: optional(portName, {
    doc: "The port's name, at most 15 characters.",
    example: "http",
    unset: "http, https or metrics for the usual numbers, otherwise port- and the number.",
  }),
  protocol: defaulted(word("TCP", "UDP", "SCTP"), "TCP", { doc: "The transport protocol.", example: "UDP" }),
  nodePort: optional(portNumber, {
    doc: "The port on every node, for Services of type NodePort and LoadBalancer.",
    example: 30080,
    unset: "Kubernetes picks one.",
  }),
  appProtocol: optional(text(), {
    doc: "The application's protocol, for what stands in front of it.",
    example: "kubernetes.io/h2c",
    unset: "Nothing is said about it.",
  }),
});

const port = choice({ number: portNumber, object: fullPort });
export type Port = OutputOf<typeof port>;

const portKey = (item: Valid<Port>) => {
  if (typeof item === "number") return `${item}/TCP`;
  return item.port === undefined ? undefined : `${item.port}/${item.protocol ?? "TCP"}`;
};

export const ports = list(
  port,
  unique("the port", portKey),
  unique("the port name", (item) => (typeof item === "number" ? undefined : item.name)),
);
