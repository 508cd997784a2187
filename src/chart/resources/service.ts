/** Service: the application's own, and the one that a StatefulSet needs. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { componentLabel, selectorOf } from "./labels.js";
import { type NamedPort, namedPorts } from "./ports.js";
import type { Draft } from "./resource.js";
import { nonEmpty } from "./tidy.js";

export const headlessComponent = "headless";

export function hasService({ ports, service }: App): boolean {
  const outside = service?.type === "ExternalName";
  return service?.enabled !== false && (outside || (ports !== undefined && ports.length > 0));
}

export function serviceTypeOf({ service, serviceType }: App): string | undefined {
  return service?.type ?? serviceType;
}

/** A StatefulSet's pods get their host names from a headless Service; an application's own may be one. */
export function governingServiceName(config: ChartConfig, app: App): string {
  return hasService(app) && app.service?.headless ? config.name : `${config.name}-headless`;
}

export function serviceDrafts(config: ChartConfig, app: App): readonly Draft[] {
  const name = governingServiceName(config, app);
  return [
    ...(hasService(app) ? [ownService(config, app)] : []),
    ...(app.kind === "StatefulSet" && name !== config.name ? [governingService(config, app, name)] : []),
  ];
}

function ownService(config: ChartConfig, app: App): Draft {
  const { annotations, labels, enabled: _, type: __, headless, clusterIP, ...rest } = app.service ?? {};
  const type = serviceTypeOf(app);
  const body = () => ({
    spec: {
      type,
      clusterIP: headless ? "None" : clusterIP,
      ...rest,
      selector: type === "ExternalName" ? undefined : selectorOf(config.name),
      ports: nonEmpty(namedPorts(app.ports).map(servicePort)),
    },
  });
  return { role: "service", apiVersion: "v1", kind: "Service", name: config.name, labels, annotations, body };
}

function governingService(config: ChartConfig, app: App, name: string): Draft {
  const ports = () => nonEmpty(namedPorts(app.ports).map((port) => servicePort({ ...port, nodePort: undefined })));
  const body = () => ({ spec: { clusterIP: "None", selector: selectorOf(config.name), ports: ports() } });
  const labels = { [componentLabel]: headlessComponent };
  return { role: "headlessService", apiVersion: "v1", kind: "Service", name, labels, body };
}

function servicePort({ name, port, targetPort, protocol, nodePort, appProtocol }: NamedPort): object {
  return { name, port, targetPort, protocol, nodePort, appProtocol };
}
