/** What a user probably meant by a field that does not exist: a similar name here, or the same name elsewhere. */
import { formatPath, type Path } from "../issue.js";
import type { AnySchema } from "./schema.js";

/** Names from Kubernetes, Helm and Compose for what has another name here. */
const otherNames: Readonly<Record<string, string>> = {
  annotation: "annotations",
  configMap: "configData",
  containerPort: "port",
  cronSchedule: "schedule",
  environment: "env",
  envVars: "env",
  hpa: "autoscaling",
  imagePullPolicy: "pullPolicy",
  imagePullSecrets: "pullSecrets",
  instances: "replicas",
  podAnnotations: "annotations",
  podDisruptionBudget: "pdb",
  replicaCount: "replicas",
};

/** What is written in another way, so that no name would do. */
const hints: readonly (readonly [place: RegExp, help: string])[] = [
  [/^app\.env\.[^.]+\.value$/, 'Write the value itself, for example LOG_LEVEL = "info".'],
  [/^app\.ingress\.(hosts\.\d+\.)?port$/, 'Write it with a path: paths = [ { path = "/"; port = 80; } ].'],
];

/**
 * A sentence of help, or `undefined` when nothing is near enough. In order of likelihood: another system's word
 * for a field, the field one or more levels below, a similar name beside, the field anywhere else.
 */
export function suggestField(
  name: string,
  siblings: readonly string[],
  path: Path,
  whole: AnySchema,
): string | undefined {
  const { prefix, here } = relative(path);
  const hint = hints.find(([pattern]) => pattern.test(formatPath([...here, name])));
  if (hint !== undefined) return hint[1];
  const wanted = Object.hasOwn(otherNames, name) ? (otherNames[name] ?? name) : name;
  if (wanted !== name && siblings.includes(wanted)) return didYouMean(wanted);
  // What is meant cannot be what one is in already.
  const places = fieldPaths(whole).filter((place) => place.at(-1) === wanted && !startsWith(here, place));
  const below = shortest(places.filter((place) => startsWith(place, here)));
  if (below !== undefined) return moveTo([...prefix, ...below]);
  const similar = nearest(name, siblings);
  if (similar !== undefined) return didYouMean(similar);
  const elsewhere = shortest(places);
  if (elsewhere !== undefined) return moveTo([...prefix, ...elsewhere]);
  const rather = name.length > 3 ? nearest(name, siblings, 2) : undefined;
  if (rather !== undefined) return didYouMean(rather);
  const similarPath = similarBelow(name, here, whole);
  return similarPath === undefined ? undefined : moveTo([...prefix, ...similarPath]);
}

const didYouMean = (name: string) => `Did you mean ${JSON.stringify(name)}?`;
const moveTo = (path: Path) => `Did you mean ${formatPath(path)}?`;

/** Inside `environments.<name>`, the config begins again. */
function relative(path: Path): { readonly prefix: Path; readonly here: Path } {
  const nested = path[0] === "environments" && path.length >= 2;
  return nested ? { prefix: path.slice(0, 2), here: path.slice(2) } : { prefix: [], here: path };
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((part, index) => path[index] === part);
}

function shortest(paths: readonly Path[]): Path | undefined {
  return [...paths].sort((a, b) => a.length - b.length)[0];
}

function similarBelow(name: string, here: Path, whole: AnySchema): Path | undefined {
  const below = fieldPaths(whole).filter((place) => startsWith(place, here) && place.length === here.length + 2);
  const similar = nearest(
    name,
    below.map((place) => String(place.at(-1))),
  );
  return below.find((place) => place.at(-1) === similar);
}

const known = new WeakMap<AnySchema, readonly Path[]>();

/** The paths of all fields that have a fixed path, that is, not inside a list or map. */
function fieldPaths(schema: AnySchema): readonly Path[] {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const paths = [...walkFields(schema, [])];
  known.set(schema, paths);
  return paths;
}

function* walkFields({ shape }: AnySchema, path: Path): Generator<Path> {
  if (shape.type === "choice") for (const alternative of shape.alternatives) yield* walkFields(alternative, path);
  if (shape.type !== "object") return;
  for (const [name, field] of Object.entries(shape.fields)) {
    yield [...path, name];
    yield* walkFields(field.schema, [...path, name]);
  }
}

/** The most similar of some words, if it is similar enough to be a slip: by default, with one letter in three wrong. */
export function nearest(
  word: string,
  candidates: readonly string[],
  tolerance = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = tolerance + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = word.length >= 4 && other.startsWith(lower) ? 1 : editDistance(lower, other, least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** How many letters to add, drop, change or swap with a neighbour; anything from `limit` on counts as `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length] ?? limit, limit);
}
