/** `app.ingress` and `app.httpRoute`: how the application is reached from outside by HTTP. */
import { choice, list } from "../schema/collections.js";
import { atMostOne } from "../schema/exclusive.js";
import { jsonObject } from "../schema/json.js";
import { boolean, text, word } from "../schema/leaf.js";
import { defaulted, object, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { hostName, labelName, portReference, resourceName, urlPath } from "./forms.js";
import { annotations } from "./metadata.js";

const pathType = word("Prefix", "Exact", "ImplementationSpecific");

const path = choice({
  string: urlPath,
  object: object({
    path: required(urlPath, { doc: "Where the path begins.", example: "/api" }),
    pathType: defaulted(pathType, "Prefix", { doc: "How the path is compared.", example: "Exact" }),
    port: optional(portReference, {
      doc: "The Service's port, by number or name.",
      example: 8080,
      unset: "The first port.",
    }),
    service: optional(labelName, { doc: "Another Service.", example: "api", unset: "The application's own." }),
  }),
});

const paths = list(path);
export type IngressPath = OutputOf<typeof path>;

const host = choice({
  string: hostName,
  object: object({
    host: required(hostName, { doc: "The host name.", example: "web.example.com" }),
    paths: optional(paths, { doc: "The paths served.", example: ["/"], unset: "Those of the Ingress." }),
  }),
});

const tls = choice({
  boolean,
  object: object({
    secretName: required(resourceName, { doc: "The Secret with the certificate.", example: "web-tls" }),
    hosts: optional(list(hostName), {
      doc: "The hosts it is for.",
      example: ["web.example.com"],
      unset: "All hosts of the Ingress.",
    }),
  }),
  list: list(
    object({
      secretName: optional(resourceName, {
        doc: "The Secret with the certificate.",
        example: "web-tls",
        unset: "The controller's default certificate.",
      }),
      hosts: required(list(hostName), { doc: "The hosts it is for.", example: ["web.example.com"] }),
    }),
  ),
});

export const ingress = object(
  {
    enabled: defaulted(boolean, true, { doc: "Whether there is an Ingress.", example: false }),
    host: optional(hostName, { doc: "The one host.", example: "web.example.com", unset: "See hosts." }),
    hosts: optional(list(host), {
      doc: "The hosts, as text or with paths of their own.",
      example: ["web.example.com", "www.example.com"],
      unset: "Every host that leads here.",
    }),
    className: optional(resourceName, {
      doc: "The ingress class.",
      example: "nginx",
      unset: "The cluster's default class.",
    }),
    paths: optional(paths, { doc: "The paths served.", example: ["/"], unset: 'Everything: ["/"].' }),
    tls: optional(tls, {
      doc: "TLS: true for one Secret, named after the chart with -tls, or the Secrets.",
      example: true,
      unset: "No TLS.",
    }),
    annotations: optional(annotations, {
      doc: "Annotations, such as those that cert-manager reads.",
      example: { "cert-manager.io/cluster-issuer": "letsencrypt" },
      unset: "There are none.",
    }),
  },
  atMostOne("host", "hosts"),
);

const gateway = choice({
  string: resourceName,
  object: object({
    name: required(resourceName, { doc: "The Gateway.", example: "public" }),
    namespace: optional(labelName, { doc: "Its namespace.", example: "gateways", unset: "The chart's." }),
    sectionName: optional(text(), { doc: "Its listener.", example: "https", unset: "All that match." }),
    port: optional(portReference, { doc: "Its port.", example: 443, unset: "All that match." }),
  }),
});

export const httpRoute = object({
  enabled: defaulted(boolean, true, { doc: "Whether there is an HTTPRoute.", example: false }),
  gateways: required(list(gateway), { doc: "The Gateways it hangs on, by name or with more.", example: ["public"] }),
  hosts: optional(list(hostName), {
    doc: "The hosts it answers for.",
    example: ["web.example.com"],
    unset: "Those of the Gateways.",
  }),
  paths: optional(list(urlPath), { doc: "The path prefixes served.", example: ["/api"], unset: "Everything." }),
  port: optional(portReference, { doc: "The Service's port.", example: 80, unset: "The first port." }),
  filters: optional(list(jsonObject), {
    doc: "Filters of the Gateway API, applied to each path.",
    example: [{ type: "RequestHeaderModifier", requestHeaderModifier: { set: [{ name: "x-from", value: "edge" }] } }],
    unset: "There are none.",
  }),
  annotations: optional(annotations, {
    doc: "Annotations of the HTTPRoute.",
    example: { "example.com/owner": "web" },
    unset: "There are none.",
  }),
});
