/** Texts that stand for store paths until building tells what they are. */
import { toNix32 } from "../hash/encoding.js";
import { hashText } from "../hash/hash.js";
import { nameOf, outputName } from "../store/store-path.js";

/** A derivation's own output, inside that derivation. */
export function placeholderOf(output: string): string {
  return `/${toNix32(hashText("sha256", `nix-output:${output}`).bytes)}`;
}

/** Another derivation's output whose path is not known yet. */
export function downstreamPlaceholder(derivationPath: string, output: string): string {
  const name = nameOf(derivationPath).replace(/\.drv$/, "");
  const digits = derivationPath.slice(derivationPath.lastIndexOf("/") + 1).slice(0, 32);
  const identity = `nix-upstream-output:${digits}:${outputName(name, output)}`;
  return `/${toNix32(hashText("sha256", identity).bytes)}`;
}
