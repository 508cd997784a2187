/** Where commands write: data to stdout, messages to stderr. The only file that touches the process's streams. */
import { readFileSync } from "node:fs";

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
  say(message: string | Uint8Array): void;
  /** All of stdin; the same when asked again. */
  readInput(): Uint8Array;
}

/** The terminal of the process. `said` counts the messages that have been written. */
export class ProcessTerminal implements Terminal {
  readonly workingDirectory = process.cwd();
  readonly largeStack = false;
  said = 0;
  /** What stdin held, once it has been read. */
  knownInput: Uint8Array | undefined;

  get colors(): Terminal["colors"] {
    return { data: wantsColor(process.stdout), messages: wantsColor(process.stderr) };
  }

  print(data: string | Uint8Array): void {
    write(process.stdout, data);
  }

  say(message: string | Uint8Array): void {
    this.said++;
    write(process.stderr, message);
  }

  readInput(): Uint8Array {
    this.knownInput ??= readFileSync(0);
    return this.knownInput;
  }
}

/** `hasColors` heeds NO_COLOR, FORCE_COLOR and TERM. */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && stream.hasColors();
}

const watched = new Set<NodeJS.WriteStream>();

function write(stream: NodeJS.WriteStream, data: string | Uint8Array): void {
  if (!watched.has(stream)) {
    watched.add(stream);
    stream.on("error", ignoreClosedPipe);
  }
  stream.write(data);
}

/** The reader (`head`, `jq`) may leave before everything is written. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
