import type { Check } from "./check.js";

export const containerTwice: Check = {
  code: "duplicate-container",
  severity: "error",
  why: "Containers of a pod have distinct names, those that run first included.",
  *find({ config }) {
    const seen = new Map<string, string>();
    if (config.name !== undefined) seen.set(config.name, "the main container, which is called as the chart");
    for (const group of ["initContainers", "sidecars"] as const) {
      for (const [index, container] of config.app?.[group]?.entries() ?? []) {
        const name = container?.name;
        if (name === undefined) continue;
        const before = seen.get(name);
        const path = ["app", group, index, "name"];
        // Twice in one list is told by the list itself.
        if (before !== undefined && before !== group)
          yield { path, message: `"${name}" is also the name of ${where(before)}` };
        seen.set(name, group);
      }
    }
  },
};

const where = (before: string) => (before.startsWith("the ") ? before : `a container in ${before}`);
