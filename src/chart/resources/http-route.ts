/** HTTPRoute of the Gateway API. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { findPort, namedPorts } from "./ports.js";
import type { Draft } from "./resource.js";
import { nonEmpty } from "./tidy.js";

export function httpRouteDrafts(config: ChartConfig, app: App): readonly Draft[] {
  const { httpRoute } = app;
  if (!httpRoute?.enabled) return [];
  const { gateways, hosts, paths, port, filters, annotations } = httpRoute;
  const spec = () => ({
    parentRefs: gateways.map((gateway) => (typeof gateway === "string" ? { name: gateway } : gateway)),
    hostnames: nonEmpty(hosts),
    rules: [
      {
        matches: nonEmpty(paths?.map((value) => ({ path: { type: "PathPrefix", value } }))),
        filters: nonEmpty(filters),
        backendRefs: [{ name: config.name, port: findPort(namedPorts(app.ports), port)?.port }],
      },
    ],
  });
  return [
    {
      role: "httpRoute",
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "HTTPRoute",
      name: config.name,
      annotations,
      body: () => ({ spec: spec() }),
    },
  ];
}
