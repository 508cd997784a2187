import type { Check } from "./check.js";

export const policyDeniesAll: Check = {
  code: "policy-denies-all",
  severity: "warning",
  why: "A policy without rules keeps everyone out, which is seldom what one sets out to write.",
  *find({ config, wrote }) {
    const path = ["app", "production", "networkPolicy"];
    if (!config.app?.production?.networkPolicy?.enabled) return;
    if (["ingress", "egress", "policyTypes"].some((field) => wrote(...path, field))) return;
    const help = "Add ingress rules, or write ingress = [ ] if no one is to connect.";
    yield { path, message: "this network policy lets no one connect to the pods", help };
  },
};
