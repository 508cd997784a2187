import type { Check } from "./check.js";

export const rootRefused: Check = {
  code: "root-refused",
  severity: "error",
  why: "A container that must not run as root and is told to run as user 0 never starts.",
  *find({ config, wrote }) {
    const { pod, container } = config.app?.production?.securityContext ?? {};
    const at = ["app", "production", "securityContext"] as const;
    // What a container says goes before what the pod says; what it says wrongly is not known.
    const said = (field: string) => (wrote(...at, "container", field) ? "container" : "pod");
    const user = said("runAsUser") === "container" ? container?.runAsUser : pod?.runAsUser;
    const refuses = said("runAsNonRoot") === "container" ? container?.runAsNonRoot : pod?.runAsNonRoot;
    if (user !== 0 || refuses !== true) return;
    const message = "user 0 is root, which runAsNonRoot refuses";
    const help = "Set runAsUser to the number of another user, or remove runAsNonRoot.";
    yield { path: [...at, said("runAsUser"), "runAsUser"], message, help };
  },
};
