import { IoError } from "../../io/io.js";
import { toBytes } from "./bytes.js";
import { NixError } from "./errors.js";

/** Runs something that asks the machine's `Io`; its failures become errors of the evaluation. */
export function readingFiles<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof IoError) throw new NixError("io", toBytes(error.message));
    throw error;
  }
}
