/**
 * The forms that Kubernetes demands of names. Each function says in a sentence what is wrong with a text,
 * or gives `undefined` when nothing is.
 */

export type Problem = string | undefined;

interface Form {
  readonly noun: string;
  readonly pattern: RegExp;
  readonly longest: number;
  readonly rule: string;
}

const label: Form = {
  noun: "name",
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  longest: 63,
  rule: "lower-case letters, digits and '-', beginning and ending with a letter or digit",
};

const subdomain: Form = {
  noun: "name",
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  longest: 253,
  rule: "lower-case letters, digits, '-' and '.', each part beginning and ending with a letter or digit",
};

const qualifiedPart: Form = {
  noun: "key",
  pattern: /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/,
  longest: 63,
  rule: "letters, digits, '-', '_' and '.', beginning and ending with a letter or digit",
};

const labelValue: Form = {
  ...qualifiedPart,
  noun: "label value",
  pattern: /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/,
};

const dataKey: Form = {
  noun: "key",
  pattern: /^(?!\.\.?$)(?!\.\.)[-._A-Za-z0-9]+$/,
  longest: 253,
  rule: "letters, digits, '-', '_' and '.', not beginning with '..'",
};

const environmentName: Form = {
  noun: "environment variable name",
  pattern: /^(?!\.\.?$)(?!\.\.)[-._A-Za-z][-._A-Za-z0-9]*$/,
  longest: 1024,
  rule: "letters, digits, '_', '-' and '.', not beginning with a digit",
};

const hostname: Form = {
  ...subdomain,
  noun: "host name",
  pattern: /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  rule: `${subdomain.rule}; '*.' may stand in front`,
};

function problemWith(form: Form, text: string): Problem {
  if (text.length > form.longest) {
    return `${quote(text)} has ${text.length} characters; a ${form.noun} has at most ${form.longest}`;
  }
  return form.pattern.test(text) ? undefined : `${quote(text)} is not a valid ${form.noun}: ${form.rule}`;
}

/** Quotes a text for a message, shortened where nobody would read on. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

/** A DNS label (RFC 1123), such as `web-app`: what most names are. */
export const labelProblem = (text: string): Problem => problemWith(label, text);

/** A DNS subdomain (RFC 1123), such as `web.example.com`. */
export const subdomainProblem = (text: string): Problem => problemWith(subdomain, text);

/** A DNS subdomain that may begin with `*.`, as Ingress hosts may. */
export const hostnameProblem = (text: string): Problem => problemWith(hostname, text);

/** The value of a label; the empty text is one. */
export const labelValueProblem = (text: string): Problem => problemWith(labelValue, text);

/** A key of a ConfigMap or Secret, which becomes a file name. */
export const dataKeyProblem = (text: string): Problem => problemWith(dataKey, text);

/** The name of an environment variable, as every supported version of Kubernetes accepts it. */
export const environmentNameProblem = (text: string): Problem => problemWith(environmentName, text);

/** A label or annotation key, or the name of a resource: `name` or `domain/name`. */
export function qualifiedNameProblem(text: string): Problem {
  const slash = text.indexOf("/");
  if (slash === 0) return `${quote(text)} has nothing in front of its '/'`;
  const prefix = slash < 0 ? undefined : subdomainProblem(text.slice(0, slash));
  return prefix ?? problemWith(qualifiedPart, text.slice(slash + 1));
}

/** A port's name (IANA service name, RFC 6335), such as `http` or `port-3000`. */
export function portNameProblem(text: string): Problem {
  if (text.length > 15) return `${quote(text)} has ${text.length} characters; a port name has at most 15`;
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text)) return undefined;
  return `${quote(text)} is not a valid port name: lower-case letters, digits and single '-' between them, with at least one letter`;
}

/** The nearest text that is a DNS label: `My_App` gives `my-app`. Absent when nothing usable is left. */
export function suggestLabel(text: string): string | undefined {
  const near = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, label.longest)
    .replace(/^-+|-+$/g, "");
  return near === "" || near === text ? undefined : near;
}

/** The nearest text that is a label value: `1.0.0+build` gives `1.0.0_build`, as Helm writes it. */
export function toLabelValue(text: string): string {
  return text
    .replace(/[^-A-Za-z0-9_.]/g, "_")
    .slice(0, labelValue.longest)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
}
