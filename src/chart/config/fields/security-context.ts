/** `app.production.securityContext`. */
import { list } from "../schema/collections.js";
import { jsonObject } from "../schema/json.js";
import { boolean, text, word } from "../schema/leaf.js";
import { object, optional, required } from "../schema/object.js";
import { count, nonEmpty } from "./forms.js";

const fromImage = "The image says.";

const profile = object({
  type: required(word("RuntimeDefault", "Localhost", "Unconfined"), {
    doc: "Which profile.",
    example: "RuntimeDefault",
  }),
  localhostProfile: optional(text(), {
    doc: "The profile on the node.",
    example: "profiles/web.json",
    unset: "Needed by Localhost only.",
  }),
});

const seLinuxOptions = object({
  level: optional(text(), { doc: "The level.", example: "s0:c123,c456", unset: "Chosen by the runtime." }),
  role: optional(text(), { doc: "The role.", example: "system_r", unset: "Chosen by the runtime." }),
  type: optional(text(), { doc: "The type.", example: "container_t", unset: "Chosen by the runtime." }),
  user: optional(text(), { doc: "The user.", example: "system_u", unset: "Chosen by the runtime." }),
});

/** What pods and containers have in common. */
const shared = {
  runAsNonRoot: optional(boolean, { doc: "Refuse to run as root.", example: true, unset: "Root is allowed." }),
  runAsUser: optional(count, { doc: "The user's number.", example: 101, unset: fromImage }),
  runAsGroup: optional(count, { doc: "The group's number.", example: 101, unset: fromImage }),
  seccompProfile: optional(profile, {
    doc: "Which system calls are allowed.",
    example: { type: "RuntimeDefault" },
    unset: "The node's default.",
  }),
  appArmorProfile: optional(profile, {
    doc: "The AppArmor profile.",
    example: { type: "RuntimeDefault" },
    unset: "The node's default.",
  }),
  seLinuxOptions: optional(seLinuxOptions, {
    doc: "The SELinux context.",
    example: { level: "s0:c123,c456" },
    unset: "Chosen by the runtime.",
  }),
  windowsOptions: optional(jsonObject, {
    doc: "Settings for Windows.",
    example: { runAsUserName: "ContainerUser" },
    unset: "There are none.",
  }),
} as const;

const sysctl = object({
  name: required(nonEmpty, { doc: "The setting.", example: "net.core.somaxconn" }),
  value: required(text(), { doc: "Its value.", example: "1024" }),
});

const pod = object({
  ...shared,
  fsGroup: optional(count, {
    doc: "The group that owns the volumes.",
    example: 101,
    unset: "Volumes are left as they are.",
  }),
  fsGroupChangePolicy: optional(word("OnRootMismatch", "Always"), {
    doc: "When files change owner.",
    example: "OnRootMismatch",
    unset: "Always.",
  }),
  supplementalGroups: optional(list(count), { doc: "More groups.", example: [2000], unset: fromImage }),
  supplementalGroupsPolicy: optional(word("Merge", "Strict"), {
    doc: "Whether the image's groups are added.",
    example: "Strict",
    unset: "Merge: they are.",
  }),
  seLinuxChangePolicy: optional(word("MountOption", "Recursive"), {
    doc: "How volumes are labelled.",
    example: "MountOption",
    unset: "As the cluster is set.",
  }),
  sysctls: optional(list(sysctl), {
    doc: "Kernel settings.",
    example: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
    unset: "There are none.",
  }),
});

const capabilities = object({
  drop: optional(list(nonEmpty), { doc: "Taken away.", example: ["ALL"], unset: "None." }),
  add: optional(list(nonEmpty), { doc: "Given.", example: ["NET_BIND_SERVICE"], unset: "None." }),
});

const sysAdmin = (added: readonly (string | undefined)[] | undefined) =>
  added?.some((name) => name === "SYS_ADMIN" || name === "CAP_SYS_ADMIN")
    ? "a container with the capability SYS_ADMIN"
    : undefined;

/** The API server refuses to take rights from a container that has them all. */
const container = object(
  {
    ...shared,
    allowPrivilegeEscalation: optional(boolean, {
      doc: "Whether a process may get more rights than its parent.",
      example: false,
      unset: "It may.",
    }),
    readOnlyRootFilesystem: optional(boolean, {
      doc: "Whether the image's files are read-only.",
      example: true,
      unset: "They can be written.",
    }),
    privileged: optional(boolean, { doc: "Whether it is root on the node.", example: false, unset: "It is not." }),
    procMount: optional(word("Default", "Unmasked"), {
      doc: "How /proc is mounted.",
      example: "Default",
      unset: "Default.",
    }),
    capabilities: optional(capabilities, {
      doc: "Linux capabilities.",
      example: { drop: ["ALL"] },
      unset: "Those of the container runtime.",
    }),
  },
  ({ valid, complain }) => {
    if (valid.allowPrivilegeEscalation !== false) return;
    const reason = valid.privileged ? "a privileged container" : sysAdmin(valid.capabilities?.add);
    if (reason === undefined) return;
    const message = `${reason} can always get more rights`;
    complain("allowPrivilegeEscalation", { code: "conflicting-fields", message, help: "Remove one of the two." });
  },
);

export const securityContext = object({
  pod: optional(pod, {
    doc: "For the whole pod.",
    example: { runAsNonRoot: true, fsGroup: 101 },
    unset: "Nothing set.",
  }),
  container: optional(container, {
    doc: "For the main container.",
    example: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
    unset: "Nothing set.",
  }),
});
