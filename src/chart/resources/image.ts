/** The image, however it was written. */
import { formatImage, type ImageReference, splitImage } from "../../kubernetes/image.js";
import type { App } from "../config/fields/app.js";

export function imageParts(image: App["image"]): ImageReference {
  return typeof image === "string" ? splitImage(image) : image;
}

export function imageText(image: App["image"]): string {
  return typeof image === "string" ? image : formatImage(image);
}

export function pullPolicy(image: App["image"]): string | undefined {
  return typeof image === "string" ? undefined : image.pullPolicy;
}

export function pullSecrets(image: App["image"]): readonly { readonly name: string }[] {
  return typeof image === "string" ? [] : (image.pullSecrets ?? []).map((name) => ({ name }));
}
