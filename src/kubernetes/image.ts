/** Image references as container runtimes read them: `[host[:port]/]path[:tag][@digest]`. */
import { quote } from "./names.js";

export interface ImageReference {
  /** Host and path, without tag and digest. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const host =
  /^(?:[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^[A-Za-z0-9_][-.A-Za-z0-9_]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** Splits a reference without judging its parts; see {@link imageProblem}. */
export function splitImage(text: string): ImageReference {
  const at = text.indexOf("@");
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(":");
  const tagged = colon > named.lastIndexOf("/");
  return {
    repository: tagged ? named.slice(0, colon) : named,
    ...(tagged && { tag: named.slice(colon + 1) }),
    ...(at >= 0 && { digest: text.slice(at + 1) }),
  };
}

/** The reference as one text again. */
export function formatImage({ repository, tag, digest }: ImageReference): string {
  return `${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** What is wrong with a whole reference; `undefined` when nothing is. */
export function imageProblem(text: string): string | undefined {
  const { repository, tag, digest } = splitImage(text);
  return (
    repositoryProblem(repository) ??
    (tag === undefined ? undefined : tagProblem(tag)) ??
    (digest === undefined ? undefined : digestProblem(digest))
  );
}

export function repositoryProblem(text: string): string | undefined {
  if (text === "") return "an image needs a name, such as nginx or ghcr.io/acme/web";
  if (/:\/\//.test(text)) return `${quote(text)} is a URL; an image reference has no scheme`;
  if (text.length > 255) return `${quote(text)} has ${text.length} characters; an image name has at most 255`;
  const parts = text.split("/");
  const first = parts[0] ?? "";
  const hasHost = parts.length > 1 && (/[.:[A-Z]/.test(first) || first === "localhost");
  if (hasHost && !host.test(first)) return `${quote(first)} is not a valid registry host`;
  const wrong = parts.slice(hasHost ? 1 : 0).find((part) => !component.test(part));
  if (wrong === undefined) return undefined;
  if (component.test(wrong.toLowerCase())) return `${quote(text)} has capital letters; image names are lower case`;
  return `${quote(text)} is not a valid image name: ${wrong === "" ? "a part between two '/' is empty" : `${quote(wrong)} is not allowed in it`}`;
}

export function tagProblem(text: string): string | undefined {
  if (tagPattern.test(text)) return undefined;
  return `${quote(text)} is not a valid image tag: letters, digits, '_', '-' and '.', at most 128, not beginning with '-' or '.'`;
}

export function digestProblem(text: string): string | undefined {
  return digestPattern.test(text) ? undefined : `${quote(text)} is not a valid image digest, such as sha256:4f53…`;
}
