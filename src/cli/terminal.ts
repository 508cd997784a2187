/** Where commands write: data to stdout, messages to stderr. */
import { readFileSync } from "node:fs";
import { isatty } from "node:tty";
import { standardError, standardOutput, writeAll } from "./write-all.js";

export interface Terminal {
  /** Absolute, in the operating system's form. */
  readonly workingDirectory: string;
  /** Whether colours are welcome on stdout and on stderr. */
  readonly colors: { readonly data: boolean; readonly messages: boolean };
  /** Whether the stack is as large as it gets: running out of it is final here. */
  readonly largeStack: boolean;
  /** Data, to stdout, as it is. */
  print(data: string | Uint8Array): void;
  /** A message, to stderr; ends with a line break. */
  say(message: string): void;
  /** All of stdin; the same when asked again. */
  readInput(): Uint8Array;
}

/** The terminal of the process. */
export class ProcessTerminal implements Terminal {
  readonly workingDirectory = process.cwd();
  readonly largeStack = false;
  /** How many messages have been written. */
  said = 0;
  /** What stdin held, once it has been read. */
  knownInput: Uint8Array | undefined;

  get colors(): Terminal["colors"] {
    return {
      data: isatty(standardOutput) && process.stdout.hasColors(),
      messages: isatty(standardError) && process.stderr.hasColors(),
    };
  }

  print(data: string | Uint8Array): void {
    writeAll(standardOutput, data);
  }

  say(message: string): void {
    writeAll(standardError, message);
    this.said++;
  }

  readInput(): Uint8Array {
    this.knownInput ??= readFileSync(0);
    return this.knownInput;
  }
}
