/** `app.persistence`, `app.volumes`, `app.volumeMounts` and `app.secret`. */
import { choice, list, map, unique } from "../schema/collections.js";
import { boolean, text, word } from "../schema/leaf.js";
import { defaulted, object, openObject, optional, required } from "../schema/object.js";
import type { OutputOf } from "../schema/schema.js";
import { base64, dataKey, labelName, mountPath, quantity, resourceName } from "./forms.js";
import { annotations } from "./metadata.js";

const accessMode = word("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");

const claim = object(
  {
    enabled: defaulted(boolean, true, { doc: "Whether it is stored.", example: false }),
    name: defaulted(labelName, "data", { doc: "The volume's name; the claim is called after it.", example: "uploads" }),
    size: optional(quantity, {
      doc: "How much is claimed.",
      example: "10Gi",
      unset: "Allowed only with existingClaim.",
    }),
    mountPath: required(mountPath, { doc: "Where the container sees it.", example: "/var/lib/web" }),
    subPath: optional(text(), { doc: "The part of the volume it sees.", example: "uploads", unset: "All of it." }),
    readOnly: optional(boolean, { doc: "Whether it can only read.", example: true, unset: "It can write." }),
    accessModes: defaulted(list(accessMode), ["ReadWriteOnce"], {
      doc: "How nodes may mount it.",
      example: ["ReadWriteMany"],
    }),
    storageClass: optional(resourceName, {
      doc: "The storage class.",
      example: "fast-ssd",
      unset: "The cluster's default class.",
    }),
    volumeMode: optional(word("Filesystem", "Block"), {
      doc: "A file system or a bare device.",
      example: "Filesystem",
      unset: "A file system.",
    }),
    existingClaim: optional(resourceName, {
      doc: "A claim that exists already.",
      example: "web-data",
      unset: "A claim is made.",
    }),
    annotations: optional(annotations, {
      doc: "Annotations of the claim.",
      example: { "helm.sh/resource-policy": "keep" },
      unset: "There are none.",
    }),
  },
  ({ wrote, complain, fragment }) => {
    if (wrote("size") && wrote("existingClaim")) {
      complain("size", { code: "conflicting-fields", message: "the size of an existing claim cannot be chosen here" });
    } else if (!fragment && !wrote("size") && !wrote("existingClaim")) {
      complain([], {
        code: "missing-field",
        message: 'the required field "size" is missing',
        help: 'Add size, for example size = "10Gi", or existingClaim.',
      });
    }
  },
);
export type Claim = OutputOf<typeof claim>;

export const persistence = choice({
  object: claim,
  list: list(
    claim,
    unique("the volume", ({ name }) => name),
    unique("the mount path", (item) => item.mountPath),
  ),
});

/** Its kind of source is a field of the Kubernetes API. */
export const volumes = list(
  openObject({ name: required(labelName, { doc: "The volume's name.", example: "cache" }) }),
  unique("the volume", ({ name }) => name),
);

export const volumeMounts = list(
  openObject({
    name: required(labelName, { doc: "The volume's name.", example: "cache" }),
    mountPath: required(mountPath, { doc: "Where the container sees it.", example: "/cache" }),
  }),
  unique("the mount path", (mount) => mount.mountPath),
);

export const secret = object(
  {
    stringData: optional(map(dataKey, text()), {
      doc: "Values as plain text. Whoever reads the source reads them.",
      example: { "license.txt": "not-really-secret" },
      unset: "There are none.",
    }),
    data: optional(map(dataKey, base64), {
      doc: "Values in base64.",
      example: { "cert.der": "AAEC" },
      unset: "There are none.",
    }),
    type: optional(text(), { doc: "The Secret's type.", example: "kubernetes.io/tls", unset: "It is Opaque." }),
    mountPath: optional(mountPath, {
      doc: "The folder in the container where each key is a file.",
      example: "/etc/secrets",
      unset: "The keys become environment variables instead.",
    }),
  },
  ({ wrote, valid, complain }) => {
    if (!wrote("stringData") || !wrote("data")) return;
    for (const key of Object.keys(valid.stringData ?? {})) {
      if (!Object.hasOwn(valid.data ?? {}, key)) continue;
      complain(["stringData", key], { code: "duplicate", message: `the key "${key}" is in data too` });
    }
  },
);
