/** The forms of text that fields of the config have, each with its code and, where one can tell, what was meant. */
import { cronProblem } from "../../../kubernetes/cron.js";
import { percentProblem } from "../../../kubernetes/int-or-percent.js";
import {
  dataKeyProblem,
  environmentNameProblem,
  hostnameProblem,
  labelProblem,
  labelValueProblem,
  portNameProblem,
  qualifiedNameProblem,
  quote,
  subdomainProblem,
  suggestLabel,
  toLabelValue,
} from "../../../kubernetes/names.js";
import { quantityProblem, suggestQuantity } from "../../../kubernetes/quantity.js";
import { choice, type KeyForm } from "../schema/collections.js";
import { integer, scalarNumber, text } from "../schema/leaf.js";
import { semVerProblem, suggestSemVer } from "../semver.js";

/** The name of something that is used in host names or labels, such as a chart, container or volume. */
export const labelName = text({ code: "invalid-name", problem: labelProblem, suggest: suggestLabel });
/** The name of most other resources. */
export const resourceName = text({ code: "invalid-name", problem: subdomainProblem, suggest: suggestLabel });
export const portName = text({ code: "invalid-port-name", problem: portNameProblem });
export const hostName = text({
  code: "invalid-host",
  problem: hostnameProblem,
  suggest: (host) => {
    const near = host
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, "")
      .replace(/[:/].*$/, "");
    return near !== host && hostnameProblem(near) === undefined ? near : undefined;
  },
});
export const labelValue = text({ code: "invalid-label", problem: labelValueProblem, suggest: toLabelValue });
export const semVer = text({ code: "invalid-version", problem: semVerProblem, suggest: suggestSemVer });
export const cronSchedule = text({ code: "invalid-schedule", problem: cronProblem });

export const qualifiedName = text({ code: "invalid-name", problem: qualifiedNameProblem });

export const nonEmpty = text({
  code: "empty-text",
  problem: (value) => (value === "" ? "this must not be empty" : undefined),
});

export const mountPath = text({
  code: "invalid-path",
  problem: (value) => {
    if (!value.startsWith("/")) return `${quote(value)} is not an absolute path in the container`;
    return value.includes(":") ? `${quote(value)} has a ':', which a mount path must not have` : undefined;
  },
  suggest: (value) => (/^[^/:]+(\/[^/:]+)*$/.test(value) ? `/${value}` : undefined),
});

export const urlPath = text({
  code: "invalid-path",
  problem: (value) => (value.startsWith("/") ? undefined : `${quote(value)} must begin with '/'`),
  suggest: (value) => `/${value}`,
});

export const url = text({
  code: "invalid-url",
  problem: (value) => (/^[a-z][a-z0-9+.-]*:\S+$/i.test(value) ? undefined : `${quote(value)} is not a URL`),
});

/** A Kubernetes release as `1.31` or `1.31.4`. */
export const kubernetesRelease = text({
  code: "invalid-version",
  problem: (value) =>
    /^1\.\d{1,3}(\.\d{1,3})?$/.test(value) ? undefined : `${quote(value)} is not a Kubernetes version, such as 1.34`,
  suggest: (value) => /^v(1\.\d{1,3}(\.\d{1,3})?)$/.exec(value)?.[1],
});

/** A span of time as Go writes it, such as `30s` or `1m30s`. */
export const duration = text({
  code: "invalid-duration",
  problem: (value) =>
    /^(\d+(\.\d+)?(h|m|s|ms))+$/.test(value) ? undefined : `${quote(value)} is not a duration, such as 30s or 1m30s`,
  suggest: (value) => (/^\d+$/.test(value) ? `${value}s` : undefined),
});

/** The API's decoder passes over line breaks, which many encoders write. */
export const base64Problem = (value: string): string | undefined =>
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.replace(/[\r\n]/g, ""))
    ? undefined
    : "this is not base64; plain text belongs in stringData";
export const base64 = text({ code: "invalid-base64", problem: base64Problem });

const quantityText = text({ code: "invalid-quantity", problem: quantityProblem, suggest: suggestQuantity });
/** A quantity; a bare number is one too, and is kept as text. */
export const quantity = choice({ string: quantityText, number: scalarNumber });

export const portNumber = integer({ minimum: 1, maximum: 65535, noun: "a port number", code: "invalid-port" });
/** The API keeps most numbers in 32 bits. */
const int32 = 2 ** 31 - 1;
export const count = integer({ minimum: 0, maximum: int32, noun: "a whole number" });
export const positive = integer({ minimum: 1, maximum: int32, noun: "a positive whole number" });
/** For the few that it keeps in 64 bits, as far as JSON goes. */
export const longCount = integer({ minimum: 0, noun: "a whole number" });
export const longPositive = integer({ minimum: 1, noun: "a positive whole number" });
export const intOrPercent = choice({
  number: count,
  string: text({ code: "invalid-percentage", problem: percentProblem }),
});
/** A port by number or by the name that it has in the container. */
export const portReference = choice({ number: portNumber, string: portName });

export const labelKey: KeyForm = { code: "invalid-label", noun: "label key", problem: qualifiedNameProblem };
export const annotationKey: KeyForm = {
  code: "invalid-annotation",
  noun: "annotation key",
  problem: qualifiedNameProblem,
};
export const dataKey: KeyForm = { code: "invalid-key", noun: "file name", problem: dataKeyProblem };
export const environmentName: KeyForm = {
  code: "invalid-env-name",
  noun: "environment variable",
  problem: environmentNameProblem,
};
export const resourceKey: KeyForm = {
  code: "invalid-name",
  noun: "resource name",
  problem: qualifiedNameProblem,
};
export const freeKey: KeyForm = {
  code: "empty-text",
  noun: "key",
  problem: (key) => (key === "" ? "a key must not be empty" : undefined),
};
export const labelKeyName: KeyForm = { code: "invalid-name", noun: "name", problem: labelProblem };
