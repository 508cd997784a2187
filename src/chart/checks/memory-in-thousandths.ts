import type { Check } from "./check.js";

export const memoryInThousandths: Check = {
  code: "memory-in-thousandths",
  severity: "warning",
  why: "Memory of 128m is about an eighth of a byte, and the container would never start.",
  *find({ config }) {
    const { resources } = config.app?.production ?? {};
    for (const group of ["requests", "limits"] as const) {
      const amount = resources?.[group]?.memory;
      if (typeof amount !== "string" || !amount.endsWith("m")) continue;
      const message = `${amount} of memory is ${amount.slice(0, -1)} thousandths of a byte`;
      const help = `Write "${amount.slice(0, -1)}Mi".`;
      yield { path: ["app", "production", "resources", group, "memory"], message, help };
    }
  },
};
