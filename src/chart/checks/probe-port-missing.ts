import { isJsonObject } from "../../kubernetes/json.js";
import type { Port } from "../config/fields/ports.js";
import { containerPorts, namedPorts } from "../resources/ports.js";
import type { Check, Facts } from "./check.js";

const probes = ["readinessProbe", "livenessProbe", "startupProbe"] as const;
const handlers = ["httpGet", "tcpSocket"] as const;

export const probePortMissing: Check = {
  code: "port-missing",
  severity: "error",
  why: "Kubernetes looks a probe's named port up among the ports of the container.",
  *find(facts) {
    const healthChecks = facts.config.app?.production?.healthChecks;
    if (healthChecks === undefined) return;
    const known = portNames(facts);
    if (known === undefined) return;
    for (const probe of probes) {
      for (const handler of handlers) {
        const port = healthChecks[probe]?.[handler]?.port;
        if (typeof port !== "string" || known.includes(port)) continue;
        const path = ["app", "production", "healthChecks", probe, handler, "port"];
        const rather = known.length === 0 ? "it has no named ports" : `it has ${known.join(", ")}`;
        yield { path, message: `the container has no port called ${JSON.stringify(port)}; ${rather}` };
      }
    }
  },
};

/** The names of the main container's ports; `undefined` when something else may add to them. */
function portNames({ config, wrote }: Facts): readonly string[] | undefined {
  const { ports, container } = config.app ?? {};
  const complete = (ports ?? []).every((port) => typeof port === "number" || port?.port !== undefined);
  if (!complete || (ports === undefined && wrote("app", "ports"))) return undefined;
  if (wrote("patches") || wrote("app", "pod", "containers")) return undefined;
  if (container === undefined && wrote("app", "container")) return undefined;
  const own = containerPorts(namedPorts(ports as readonly Port[])).map(({ name }) => name);
  return [...own, ...rawNames(container)];
}

function rawNames(container: { readonly ports?: unknown } | undefined): readonly string[] {
  const ports = container?.ports;
  return (Array.isArray(ports) ? ports : []).flatMap((port: unknown) =>
    isJsonObject(port) && typeof port.name === "string" ? [port.name] : [],
  );
}
