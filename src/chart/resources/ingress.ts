/** Ingress. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { IngressPath } from "../config/fields/routing.js";
import { findPort, namedPorts } from "./ports.js";
import type { Draft } from "./resource.js";
import { nonEmpty } from "./tidy.js";

type Ingress = NonNullable<App["ingress"]>;

export function ingressDrafts(config: ChartConfig, app: App): readonly Draft[] {
  const { ingress } = app;
  if (!ingress?.enabled) return [];
  const spec = () => ({
    ingressClassName: ingress.className,
    tls: nonEmpty(tls(config, ingress)),
    rules: hostsOf(ingress).map(({ host, paths }) => ({
      host,
      http: { paths: paths.map((path) => httpPath(config, app, path)) },
    })),
  });
  return [
    {
      role: "ingress",
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      name: config.name,
      annotations: ingress.annotations,
      body: () => ({ spec: spec() }),
    },
  ];
}

interface Host {
  /** Absent for a rule that holds for every host. */
  readonly host?: string;
  readonly paths: readonly IngressPath[];
}

function hostsOf({ host, hosts = host === undefined ? [] : [host], paths = ["/"] }: Ingress): readonly Host[] {
  if (hosts.length === 0) return [{ paths }];
  return hosts.map((item) => (typeof item === "string" ? { host: item, paths } : { paths, ...item }));
}

function httpPath(config: ChartConfig, app: App, item: IngressPath): object {
  const { path, pathType, port, service } = typeof item === "string" ? whole(item) : { ...whole("/"), ...item };
  const name = service ?? config.name;
  const own = service === undefined ? findPort(namedPorts(app.ports), port)?.port : undefined;
  return { path, pathType, backend: { service: { name, port: backendPort(own ?? port ?? 80) } } };
}

const whole = (path: string) => ({ path, pathType: "Prefix", port: undefined, service: undefined });

function backendPort(port: number | string): object {
  return typeof port === "number" ? { number: port } : { name: port };
}

function tls(config: ChartConfig, ingress: Ingress): readonly object[] {
  const { tls } = ingress;
  if (tls === undefined || tls === false) return [];
  const hosts = nonEmpty(hostsOf(ingress).flatMap(({ host }) => host ?? []));
  if (tls === true) return [{ hosts, secretName: `${config.name}-tls` }];
  const items = "secretName" in tls ? [{ ...tls, hosts: tls.hosts ?? hosts }] : (tls as readonly TlsItem[]);
  return items.map((item) => ({ hosts: item.hosts, secretName: item.secretName }));
}

interface TlsItem {
  readonly hosts?: readonly string[] | undefined;
  readonly secretName?: string;
}
