/** `app.image`: one text, or its parts. */
import { digestProblem, imageProblem, repositoryProblem, splitImage, tagProblem } from "../../../kubernetes/image.js";
import { choice, list } from "../schema/collections.js";
import { text, word } from "../schema/leaf.js";
import { object, optional, required } from "../schema/object.js";
import { resourceName } from "./forms.js";

const invalidImage = "invalid-image";
const lowerCase = (reference: string) => {
  const near = reference.trim().toLowerCase();
  return near !== reference && imageProblem(near) === undefined ? near : undefined;
};

export const imageReference = text({ code: invalidImage, problem: imageProblem, suggest: lowerCase });
export const pullPolicy = word("Always", "IfNotPresent", "Never");

const repository = text({
  code: invalidImage,
  problem: (value) => {
    const { tag, digest } = splitImage(value);
    const extra = digest !== undefined ? "digest" : tag !== undefined ? "tag" : undefined;
    return extra === undefined ? repositoryProblem(value) : `the ${extra} belongs in the field "${extra}"`;
  },
  suggest: lowerCase,
});

const imageParts = object({
  repository: required(repository, { doc: "The image's name, with its registry.", example: "ghcr.io/acme/web" }),
  tag: optional(text({ code: invalidImage, problem: tagProblem }), {
    doc: "The image's tag.",
    example: "1.4.2",
    unset: "The container runtime takes latest, unless there is a digest.",
  }),
  digest: optional(text({ code: invalidImage, problem: digestProblem }), {
    doc: "The image's content, which no one can move to another.",
    example: "sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
    unset: "The tag alone says which image.",
  }),
  pullPolicy: optional(pullPolicy, {
    doc: "When the node asks the registry.",
    example: "IfNotPresent",
    unset: "Kubernetes decides: Always for the tag latest, otherwise IfNotPresent.",
  }),
  pullSecrets: optional(list(resourceName), {
    doc: "Secrets with the registry's credentials.",
    example: ["registry-credentials"],
    unset: "The registry is public, or the service account knows its credentials.",
  }),
});

export const image = choice({ string: imageReference, object: imageParts });
