/** The ports, each with a name of its own. */
import type { Port } from "../config/fields/ports.js";

export interface NamedPort {
  readonly name: string;
  /** The Service's number. */
  readonly port: number;
  /** The container's number; a text is the name of a port that another container of the pod has. */
  readonly targetPort: number | string;
  readonly protocol: "TCP" | "UDP" | "SCTP";
  readonly nodePort: number | undefined;
  readonly appProtocol: string | undefined;
}

/** Names by which tools know the usual ports. */
const usualNames: ReadonlyMap<number, string> = new Map([
  [80, "http"],
  [8080, "http"],
  [443, "https"],
  [8443, "https"],
  [9090, "metrics"],
]);

/** In the order in which they were written. Names that the user gave come first, then each port takes a free one. */
export function namedPorts(ports: readonly Port[] = []): readonly NamedPort[] {
  const full = ports.map((item) => (typeof item === "number" ? { port: item, protocol: "TCP" as const } : item));
  const taken = new Set(full.flatMap(({ name }) => name ?? []));
  return full.map(({ port, protocol, name, targetPort, nodePort, appProtocol }) => ({
    name: name ?? freeName(port, protocol, taken),
    port,
    targetPort: targetPort ?? port,
    protocol,
    nodePort,
    appProtocol,
  }));
}

function freeName(port: number, protocol: string, taken: Set<string>): string {
  for (const name of candidates(port, protocol)) {
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
  throw new Error("unreachable: there are more candidates than ports");
}

/** At most 15 characters each, as port names are. */
function* candidates(port: number, protocol: string): Generator<string> {
  const usual = usualNames.get(port);
  if (usual !== undefined) yield usual;
  yield `port-${port}`;
  yield `${protocol.toLowerCase()}-${port}`;
  for (let count = 2; count < 10_000; count++) yield `p${port}-${count}`;
}

export interface ContainerPort {
  readonly name: string;
  readonly containerPort: number;
  readonly protocol: string;
}

/** The main container's: each number once for each protocol, although several of the Service's may lead there. */
export function containerPorts(ports: readonly NamedPort[]): readonly ContainerPort[] {
  const distinct = new Map<string, ContainerPort>();
  for (const { name, targetPort, protocol } of ports) {
    const key = `${targetPort}/${protocol}`;
    if (typeof targetPort === "string" || distinct.has(key)) continue;
    distinct.set(key, { name, containerPort: targetPort, protocol });
  }
  return [...distinct.values()];
}

/** The port that a user means by a name or number of the Service; the first when they say nothing. */
export function findPort(ports: readonly NamedPort[], wanted: number | string | undefined): NamedPort | undefined {
  return wanted === undefined ? ports[0] : ports.find(({ name, port }) => wanted === name || wanted === port);
}
