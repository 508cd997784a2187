/** The config: the top level, and with it the whole tree. */
import { list, unique } from "../schema/collections.js";
import { boolean, text, unsupported, word } from "../schema/leaf.js";
import { object, optional, required } from "../schema/object.js";
import type { InputOf, OutputOf } from "../schema/schema.js";
import { app } from "./app.js";
import { environments } from "./environments.js";
import { patches, resources } from "./extra.js";
import { kubernetesRelease, labelName, nonEmpty, semVer, url } from "./forms.js";
import { chartAnnotations, labels } from "./metadata.js";

const none = "There are none.";

const maintainer = object({
  name: required(nonEmpty, { doc: "Who.", example: "Ada Lovelace" }),
  email: optional(text(), { doc: "How to reach them.", example: "ada@example.com", unset: "Not said." }),
  url: optional(url, { doc: "Where they are at home.", example: "https://example.com/ada", unset: "Not said." }),
});

const dependency = object({
  name: required(nonEmpty, { doc: "The chart's name.", example: "postgresql" }),
  version: required(nonEmpty, { doc: "Which versions will do.", example: "^16.0.0" }),
  repository: optional(text(), {
    doc: "Where it comes from.",
    example: "https://charts.example.com",
    unset: "From the folder charts/.",
  }),
  condition: optional(text(), {
    doc: "The values that switch it on or off.",
    example: "postgresql.enabled",
    unset: "It is on.",
  }),
  tags: optional(list(text()), { doc: "Groups to switch on or off.", example: ["database"], unset: none }),
  enabled: optional(boolean, { doc: "Whether it is on.", example: true, unset: "See condition and tags." }),
  alias: optional(nonEmpty, { doc: "Another name for it here.", example: "db", unset: "Its name." }),
});

export const chartDescription = {
  name: required(labelName, { doc: "The chart's name, and that of most of its resources.", example: "web-app" }),
  version: required(semVer, { doc: "The chart's version, by SemVer 2.", example: "1.0.0" }),
  description: optional(text(), {
    doc: "What it is, in a sentence.",
    example: "The shop's web front",
    unset: "Not said.",
  }),
  appVersion: optional(text(), {
    doc: "The application's own version, in any form.",
    example: "2024.3",
    unset: "Not said; the label app.kubernetes.io/version is the chart's version.",
  }),
  type: optional(word("application", "library"), {
    doc: "Whether Helm can install it, or only other charts use it.",
    example: "application",
    unset: "It is an application.",
  }),
  keywords: optional(list(text()), { doc: "Words to find it by.", example: ["web", "shop"], unset: none }),
  home: optional(url, { doc: "The project's page.", example: "https://example.com/shop", unset: "Not said." }),
  icon: optional(url, { doc: "A picture.", example: "https://example.com/icon.svg", unset: "No picture." }),
  sources: optional(list(url), {
    doc: "Where the source is.",
    example: ["https://example.com/git"],
    unset: "Not said.",
  }),
  maintainers: optional(list(maintainer), {
    doc: "Who looks after it.",
    example: [{ name: "Ada Lovelace", email: "ada@example.com" }],
    unset: "Not said.",
  }),
  dependencies: optional(
    list(
      dependency,
      unique("the dependency", ({ alias, name }) => alias ?? name),
    ),
    {
      doc: "Helm charts that it needs.",
      example: [{ name: "postgresql", version: "^16.0.0", repository: "https://charts.example.com" }],
      unset: none,
    },
  ),
  annotations: optional(chartAnnotations, {
    doc: "Annotations of Chart.yaml; those of pods are app.production.annotations.",
    example: { category: "web" },
    unset: none,
  }),
};

const placement = {
  namespace: optional(labelName, {
    doc: "The namespace of every resource.",
    example: "shop",
    unset: "Whoever applies them chooses.",
  }),
  createNamespace: optional(boolean, {
    doc: "Whether the namespace is made too.",
    example: true,
    unset: "It exists already.",
  }),
  labels: optional(labels, {
    doc: "Labels of every resource and pod, besides those that are always there.",
    example: { team: "platform" },
    unset: none,
  }),
  kubernetesVersion: optional(kubernetesRelease, {
    doc: "The Kubernetes version that it is for.",
    example: "1.34",
    unset: "The newest that is known.",
  }),
};

const content = {
  app: optional(app, { doc: "The application.", example: { image: "nginx:1.27-alpine", ports: [80] }, unset: none }),
  resources: optional(resources, {
    doc: "More resources: manifests, which have a kind, or workloads patterned on app, which have a name and a spec.",
    example: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "extra" }, data: { a: "b" } }],
    unset: none,
  }),
  patches: optional(patches, {
    doc: "Changes to what is generated, for what has no field here.",
    example: [{ target: { kind: "Deployment" }, patch: { spec: { revisionHistoryLimit: 3 } } }],
    unset: none,
  }),
};

const whole = {
  ...chartDescription,
  ...placement,
  ...content,
};

export const chart = object({
  ...whole,
  environments: optional(environments(object(whole)), {
    doc: "What is different in each environment, merged over the rest.",
    example: { production: { app: { replicas: 5 } } },
    unset: none,
  }),
  helm: optional(unsupported("helm"), {
    doc: "What the Helm chart's values are.",
    example: {},
    unset: "Not supported yet.",
  }),
  gitops: optional(unsupported("gitops"), {
    doc: "How a cluster follows it.",
    example: {},
    unset: "Not supported yet.",
  }),
});

/** What a user may write. */
export type ChartConfigInput = InputOf<typeof chart>;
/** A config that has been checked: without nulls, defaults filled in. */
export type ChartConfig = OutputOf<typeof chart>;
