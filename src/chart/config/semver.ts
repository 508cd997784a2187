/** Semantic versions, by the grammar of semver.org 2.0.0. */
import { quote } from "../../kubernetes/names.js";

const number = "(?:0|[1-9]\\d*)";
const identifier = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${identifier}(?:\\.${identifier})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

export function semVerProblem(text: string): string | undefined {
  return pattern.test(text) ? undefined : `${quote(text)} is not a semantic version, such as 1.2.3 or 1.0.0-rc.1`;
}

/** `v1.2` gives `1.2.0`; nothing when that does not help. */
export function suggestSemVer(text: string): string | undefined {
  const match = /^[vV]?0*(\d+)(?:\.0*(\d+))?(?:\.0*(\d+))?([-+].*)?$/.exec(text);
  if (match === null) return undefined;
  const [, major = "0", minor = "0", patch = "0", rest = ""] = match;
  const near = `${major}.${minor}.${patch}${rest}`;
  return pattern.test(near) && near !== text ? near : undefined;
}
