/** Containers beside the main one. Their env, ports and resources are written as the app's are. */
import { list, unique } from "../schema/collections.js";
import { text } from "../schema/leaf.js";
import { openObject, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { computeResources } from "./compute-resources.js";
import { env, envFrom } from "./env.js";
import { labelName } from "./forms.js";
import { imageReference } from "./image.js";
import { volumeMounts } from "./storage.js";

export const commandLine = list(text());

const container = openObject({
  name: required(labelName, { doc: "The container's name.", example: "proxy" }),
  image: required(imageReference, { doc: "Its image.", example: "envoyproxy/envoy:v1.31.0" }),
  command: optional(commandLine, { doc: "What it runs.", example: ["envoy"], unset: "The image's entrypoint." }),
  args: optional(commandLine, { doc: "With which arguments.", example: ["-l", "info"], unset: "The image's own." }),
  env: optional(env, { doc: "Its environment.", example: { LEVEL: "info" }, unset: "Empty." }),
  envFrom: optional(envFrom, {
    doc: "ConfigMaps and Secrets that become its environment.",
    example: [{ secretRef: { name: "proxy" } }],
    unset: "There are none.",
  }),
  resources: optional(computeResources, {
    doc: "What it needs and may use.",
    example: { requests: { cpu: "50m" } },
    unset: "Nothing is reserved for it, and nothing limits it.",
  }),
  volumeMounts: optional(volumeMounts, {
    doc: "Volumes of the pod that it sees.",
    example: [{ name: "cache", mountPath: "/cache" }],
    unset: "None.",
  }),
});
export type SideContainer = OutputOf<typeof container>;

export const containers = list(
  container,
  unique("the container", ({ name }) => name),
);
