import { splitImage } from "../../kubernetes/image.js";
import type { Path } from "../config/issue.js";
import type { Check, Facts, Found } from "./check.js";

export const imageNotPinned: Check = {
  code: "image-not-pinned",
  severity: "warning",
  why: "What a moving tag means changes without a change of the chart, and cannot be rolled back.",
  *find({ config, wrote }) {
    const { app = {} } = config;
    const image = app.image;
    if (typeof image === "string") yield* judge(splitImage(image), image, ["app", "image"]);
    else if (image?.repository !== undefined && !unknownParts(image, wrote)) {
      yield* judge(image, image.repository, ["app", "image"]);
    }
    for (const group of ["initContainers", "sidecars"] as const) {
      for (const [index, container] of app[group]?.entries() ?? []) {
        if (container?.image === undefined) continue;
        yield* judge(splitImage(container.image), container.image, ["app", group, index, "image"]);
      }
    }
  },
};

interface Parts {
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** Whether there is a tag or digest that could not be read. */
function unknownParts(image: Parts, wrote: Facts["wrote"]): boolean {
  return (["tag", "digest"] as const).some((part) => image[part] === undefined && wrote("app", "image", part));
}

function* judge({ tag, digest }: Parts, image: string, path: Path): Iterable<Found> {
  if (digest !== undefined || (tag !== undefined && tag !== "latest")) return;
  const message =
    tag === undefined
      ? `the image ${image} has no tag, which means latest`
      : `the tag latest of ${image} can change at any time`;
  yield { path, message, help: "Name a version, such as 1.27.3." };
}
