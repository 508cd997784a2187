import type { Check } from "./check.js";

/** What the API server takes in one ConfigMap, in bytes. */
const largest = 1024 * 1024;

export const configTooLarge: Check = {
  code: "config-too-large",
  severity: "error",
  why: "The API server refuses a ConfigMap of more than 1 MiB.",
  *find({ config }) {
    const entries = Object.entries(config.app?.configData ?? {});
    // UTF-8 has at most three bytes a UTF-16 unit: most configs need no exact count.
    if (entries.reduce((sum, [key, text]) => sum + 3 * (key.length + (text?.length ?? 0)), 0) <= largest) return;
    const encoder = new TextEncoder();
    const size = entries.reduce((sum, [key, text]) => sum + encoder.encode(key + (text ?? "")).length, 0);
    if (size <= largest) return;
    const message = `the files have ${size} bytes together; a ConfigMap holds at most ${largest}`;
    yield { path: ["app", "configData"], message };
  },
};
