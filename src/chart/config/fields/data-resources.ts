/** What ConfigMaps and Secrets that are written as manifests may hold: texts, of which some are base64. */
import type { JsonObject } from "../../../kubernetes/json.js";
import type { ObjectRule } from "../schema/object.js";
import { isPlainObject } from "../schema/schema.js";
import { base64Problem } from "./forms.js";

interface Form {
  readonly code: string;
  readonly problem: (text: string) => string | undefined;
}

const plainText: Form = { code: "wrong-text", problem: () => undefined };
const base64: Form = { code: "invalid-base64", problem: base64Problem };

const formsOf: ReadonlyMap<string, Readonly<Record<string, Form>>> = new Map([
  ["ConfigMap", { data: plainText, binaryData: base64 }],
  ["Secret", { data: base64, stringData: plainText }],
]);

interface Resource extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
}

export const dataIsText: ObjectRule<Resource> = ({ valid, complain }) => {
  const forms = valid.apiVersion === "v1" ? formsOf.get(valid.kind ?? "") : undefined;
  for (const [field, form] of Object.entries(forms ?? {})) {
    const data: unknown = valid[field];
    if (data === undefined) continue;
    if (!isPlainObject(data)) {
      complain(field, { code: "wrong-type", message: `the ${field} of a ${valid.kind} must be a set of texts` });
      continue;
    }
    for (const key of Object.keys(data)) checkEntry(data[key], [field, key], form, complain);
  }
};

type Complain = Parameters<ObjectRule<Resource>>[0]["complain"];

function checkEntry(value: unknown, path: readonly string[], { code, problem }: Form, complain: Complain): void {
  // What has not been computed reads as undefined.
  if (value === undefined) return;
  if (typeof value === "string") {
    const message = problem(value);
    if (message !== undefined) complain(path, { code, message });
    return;
  }
  const simple = typeof value === "object" ? undefined : `Write it in quotes: ${JSON.stringify(String(value))}.`;
  complain(path, { code: "wrong-type", message: "this must be a string", help: simple });
}
