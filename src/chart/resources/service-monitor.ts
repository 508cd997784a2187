/** ServiceMonitor of the Prometheus operator. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { componentLabel, selectorOf } from "./labels.js";
import { findPort, namedPorts } from "./ports.js";
import type { Draft } from "./resource.js";
import { governingServiceName, headlessComponent } from "./service.js";

export function serviceMonitorDrafts(config: ChartConfig, app: App): readonly Draft[] {
  const monitor = app.monitoring?.serviceMonitor;
  if (!monitor?.enabled) return [];
  const { path, interval, scrapeTimeout, scheme, labels } = monitor;
  const endpoint = () => ({ port: metricsPort(app)?.name, path, scheme, interval, scrapeTimeout });
  const spec = () => ({ selector: serviceSelector(config, app), endpoints: [endpoint()] });
  return [
    {
      role: "serviceMonitor",
      apiVersion: "monitoring.coreos.com/v1",
      kind: "ServiceMonitor",
      name: config.name,
      labels,
      body: () => ({ spec: spec() }),
    },
  ];
}

export function metricsPort(app: App) {
  const ports = namedPorts(app.ports);
  const wanted = app.monitoring?.serviceMonitor?.port;
  return wanted === undefined ? (findPort(ports, "metrics") ?? ports[0]) : findPort(ports, wanted);
}

/** The Service that governs a StatefulSet leads to the same pods; they are to be read once. */
function serviceSelector(config: ChartConfig, app: App): object {
  const matchLabels = selectorOf(config.name);
  const second = app.kind === "StatefulSet" && governingServiceName(config, app) !== config.name;
  const other = { key: componentLabel, operator: "NotIn", values: [headlessComponent] };
  return second ? { matchLabels, matchExpressions: [other] } : { matchLabels };
}
