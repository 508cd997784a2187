/** Resources → the files that are handed to `kubectl apply`. */
import { applyRank } from "../kubernetes/kinds.js";
import { toJson } from "./json.js";
import { ordered } from "./key-order.js";
import { fileNames } from "./manifest-names.js";
import type { PlainObject, PlainValue } from "./plain.js";
import { toYaml, toYamlDocuments } from "./yaml/yaml.js";

/** As much of a resource as its place in the output depends on; it has more attributes. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name?: string;
    readonly generateName?: string;
    readonly namespace?: string;
  };
}

/** Relative path, `/`-separated → text. */
export type OutputFiles = ReadonlyMap<string, string>;

type Writer = (resources: readonly Manifest[]) => OutputFiles;

const writers = {
  /** One file per resource, named so that alphabetical order is apply order. */
  manifests: (resources) => {
    const names = fileNames(resources);
    return new Map(resources.map((resource, index) => [`${names[index]}.yaml`, toYaml(plain(resource))]));
  },
  /** One file with all documents. */
  yaml: (resources) => new Map([["manifests.yaml", toYamlDocuments(resources.map(plain))]]),
  /** One file with a `List`, which is what kubectl reads several resources from. */
  json: (resources) => {
    const list: PlainObject = { apiVersion: "v1", kind: "List", items: resources.map(plain) };
    return new Map([["manifests.json", `${toJson(list)}\n`]]);
  },
} satisfies Record<string, Writer>;

export type ManifestFormat = keyof typeof writers;

export const manifestFormats = Object.keys(writers) as readonly ManifestFormat[];

/** The files of a chart's resources, which come out in apply order whatever order they come in. */
export function manifestFiles(resources: readonly Manifest[], format: ManifestFormat): OutputFiles {
  const writer: Writer = writers[format];
  return writer(inApplyOrder(resources));
}

/** All resources as one text for `kubectl apply -f -`, in apply order. */
export function manifestText(resources: readonly Manifest[]): string {
  return toYamlDocuments(inApplyOrder(resources).map(plain));
}

function inApplyOrder(resources: readonly Manifest[]): Manifest[] {
  return [...resources].sort((a, b) => applyRank(a.kind) - applyRank(b.kind));
}

/** A resource is plain data, which an interface cannot say of attributes that it does not name. */
function plain(resource: Manifest): PlainValue {
  return ordered(resource as unknown as PlainObject);
}
