/**
 * Writing to stdout and stderr at once. Not through Node.js's streams: a message may be written when the
 * stack is all but used up, and a stream that overflows it half-way is of no use afterwards.
 */
import { writeSync } from "node:fs";
import { isatty } from "node:tty";

export const standardOutput = 1;
export const standardError = 2;

/** Windows' console takes UTF-16, to which only the streams convert. */
const isConsole = (descriptor: number) => process.platform === "win32" && isatty(descriptor);

export function writeAll(descriptor: number, data: string | Uint8Array): void {
  if (isConsole(descriptor)) {
    (descriptor === standardOutput ? process.stdout : process.stderr).write(data);
    return;
  }
  const bytes = typeof data === "string" ? Buffer.from(data) : data;
  for (let written = 0; written < bytes.length; ) written += writeSome(descriptor, bytes.subarray(written));
}

/** How many of the bytes need not be written any more. */
function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // The reader (`head`, `jq -n`) has gone, and wants no more.
    if (code === "EPIPE") return bytes.length;
    if (code !== "EAGAIN") throw error;
    waitForReader();
    return 0;
  }
}

/** The pipe is full, and set not to block by whoever made it. */
function waitForReader(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}
