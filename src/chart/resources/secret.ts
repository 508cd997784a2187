/** Secret. */
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import { secretName } from "./mounts.js";
import type { Draft } from "./resource.js";
import { sorted } from "./tidy.js";

type Secret = NonNullable<App["secret"]>;

export function secretDrafts(config: ChartConfig, { secret }: App): readonly Draft[] {
  if (secret === undefined) return [];
  const body = () => ({ type: secret.type, data: secretData(secret) });
  return [{ role: "secret", apiVersion: "v1", kind: "Secret", name: secretName(config), body }];
}

/**
 * All in base64. `stringData` would only ever be added to what the cluster has: a key that goes away here would
 * stay there.
 */
export function secretData({ stringData = {}, data = {} }: Secret): Readonly<Record<string, string>> {
  const encoded = Object.entries(stringData).map(([key, text]) => [key, toBase64(text)] as const);
  return sorted({ ...Object.fromEntries(encoded), ...data });
}

function toBase64(text: string): string {
  const bytes = utf8ToBytes(text);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
