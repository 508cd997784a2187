import type { App } from "../config/fields/app.js";
import type { Port } from "../config/fields/ports.js";
import type { Path } from "../config/issue.js";
import type { Valid } from "../config/schema/schema.js";
import { findPort, namedPorts } from "../resources/ports.js";
import type { Check, Found } from "./check.js";

export const portMissing: Check = {
  code: "port-missing",
  severity: "error",
  why: "What leads to a port of the Service needs that port to be there.",
  *find({ config, wrote }) {
    const { app } = config;
    if (app === undefined) return;
    const users = [...portUsers(app)];
    const ports = app.ports ?? [];
    const complete = ports.every((port) => typeof port === "number" || port?.port !== undefined);
    if (users.length === 0 || !complete || (app.ports === undefined && wrote("app", "ports"))) return;
    if (app.service?.enabled === false) {
      for (const { field } of firstOfEach(users))
        yield { path: field, message: `${name(field)} needs the Service, which is not enabled` };
    } else if (ports.length === 0) {
      for (const { field } of firstOfEach(users)) {
        yield {
          path: field,
          message: `${name(field)} leads to the Service, but there are no ports`,
          help: "Add app.ports, for example ports = [ 80 ].",
        };
      }
    } else yield* unknownPorts(users, ports as readonly Port[]);
  },
};

interface PortUser {
  /** The field that needs a Service. */
  readonly field: Path;
  /** Where the port is named, if it is. */
  readonly path: Path;
  readonly port: number | string | undefined;
}

function* unknownPorts(users: readonly PortUser[], ports: readonly Port[]): Iterable<Found> {
  const named = namedPorts(ports);
  for (const { path, port } of users) {
    if (port === undefined || findPort(named, port) !== undefined) continue;
    const known = named.map((each) => `${each.name} (${each.port})`).join(", ");
    yield { path, message: `the Service has no port ${port}; it has ${known}` };
  }
}

function* portUsers(app: Valid<App>): Iterable<PortUser> {
  const { ingress, httpRoute, monitoring } = app;
  const field = ["app", "ingress"];
  if (ingress?.enabled) {
    yield { field, path: field, port: undefined };
    yield* pathPorts(ingress.paths, field, [...field, "paths"]);
    for (const [index, host] of ingress.hosts?.entries() ?? []) {
      if (typeof host === "object") yield* pathPorts(host.paths, field, [...field, "hosts", index, "paths"]);
    }
  }
  if (httpRoute?.enabled)
    yield { field: ["app", "httpRoute"], path: ["app", "httpRoute", "port"], port: httpRoute.port };
  const monitor = ["app", "monitoring", "serviceMonitor"];
  if (!monitoring?.serviceMonitor?.enabled) return;
  yield { field: monitor, path: [...monitor, "port"], port: monitoring.serviceMonitor.port };
}

type Paths = NonNullable<Valid<App>["ingress"]>["paths"];

function* pathPorts(paths: Paths, field: Path, at: Path): Iterable<PortUser> {
  for (const [index, path] of paths?.entries() ?? []) {
    if (typeof path !== "object" || path.service !== undefined) continue;
    yield { field, path: [...at, index, "port"], port: path.port };
  }
}

function firstOfEach(users: readonly PortUser[]): readonly PortUser[] {
  return users.filter((user, index) => users.findIndex(({ field }) => name(field) === name(user.field)) === index);
}

const name = (field: Path) => String(field.at(-1));
