/** `app.production.healthChecks`. */
import { list } from "../schema/collections.js";
import { exactlyOne } from "../schema/exclusive.js";
import { text, word } from "../schema/leaf.js";
import { type ObjectOutput, type ObjectRule, object, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { commandLine } from "./containers.js";
import { count, longPositive, nonEmpty, portNumber, portReference, positive } from "./forms.js";

const httpHeader = object({
  name: required(nonEmpty, { doc: "The header.", example: "X-Probe" }),
  value: required(text(), { doc: "Its value.", example: "1" }),
});

const httpGet = object({
  path: optional(text(), { doc: "The path asked for.", example: "/ready", unset: "It is /." }),
  port: required(portReference, { doc: "The port, by number or name.", example: 8080 }),
  host: optional(text(), { doc: "The host asked.", example: "127.0.0.1", unset: "The pod." }),
  scheme: optional(word("HTTP", "HTTPS"), { doc: "The protocol.", example: "HTTPS", unset: "It is HTTP." }),
  httpHeaders: optional(list(httpHeader), {
    doc: "Headers sent.",
    example: [{ name: "X-Probe", value: "1" }],
    unset: "None.",
  }),
});

const tcpSocket = object({
  port: required(portReference, { doc: "The port, by number or name.", example: 5432 }),
  host: optional(text(), { doc: "The host.", example: "127.0.0.1", unset: "The pod." }),
});

const exec = object({ command: required(commandLine, { doc: "What is run.", example: ["cat", "/tmp/healthy"] }) });

const grpc = object({
  port: required(portNumber, { doc: "The port.", example: 9000 }),
  service: optional(text(), { doc: "The service asked about.", example: "web", unset: "The server as a whole." }),
});

const fields = {
  httpGet: optional(httpGet, {
    doc: "Ask by HTTP.",
    example: { path: "/health", port: 8080 },
    unset: "Ask otherwise.",
  }),
  tcpSocket: optional(tcpSocket, { doc: "Open a connection.", example: { port: 5432 }, unset: "Ask otherwise." }),
  exec: optional(exec, { doc: "Run a command.", example: { command: ["true"] }, unset: "Ask otherwise." }),
  grpc: optional(grpc, { doc: "Ask by gRPC.", example: { port: 9000 }, unset: "Ask otherwise." }),
  initialDelaySeconds: optional(count, { doc: "Seconds before the first time.", example: 10, unset: "None." }),
  periodSeconds: optional(positive, { doc: "Seconds from one time to the next.", example: 10, unset: "Ten." }),
  timeoutSeconds: optional(positive, { doc: "Seconds to wait for an answer.", example: 5, unset: "One." }),
  failureThreshold: optional(positive, { doc: "Failures in a row that count.", example: 3, unset: "Three." }),
  successThreshold: optional(positive, { doc: "Successes in a row that count.", example: 1, unset: "One." }),
  terminationGracePeriodSeconds: optional(longPositive, {
    doc: "Seconds to stop after a failure.",
    example: 30,
    unset: "The pod's.",
  }),
} as const;

const oneHandler = exactlyOne<ObjectOutput<typeof fields>>("httpGet", "tcpSocket", "exec", "grpc");

const succeedsAtOnce: ObjectRule<ObjectOutput<typeof fields>> = ({ valid, complain }) => {
  if ((valid.successThreshold ?? 1) === 1) return;
  const message = "successThreshold must be 1 for a liveness or startup probe";
  complain("successThreshold", { code: "invalid-threshold", message, help: "Remove it, or write 1." });
};

const readiness = object(fields, oneHandler);
const liveness = object(fields, oneHandler, succeedsAtOnce);
export type Probe = OutputOf<typeof readiness>;

export const healthChecks = object({
  readinessProbe: optional(readiness, {
    doc: "Whether the pod gets traffic.",
    example: { httpGet: { path: "/ready", port: 8080 }, periodSeconds: 10 },
    unset: "It does as soon as it runs.",
  }),
  livenessProbe: optional(liveness, {
    doc: "Whether the container is restarted.",
    example: { httpGet: { path: "/health", port: 8080 }, periodSeconds: 30 },
    unset: "It is when its process ends.",
  }),
  startupProbe: optional(liveness, {
    doc: "Whether the container has started; the others wait for it.",
    example: { httpGet: { path: "/health", port: 8080 }, failureThreshold: 30 },
    unset: "The others do not wait.",
  }),
});
