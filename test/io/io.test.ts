/** One suite over both implementations: what holds for files on disk holds for files in memory. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { type Io, IoError, type IoErrorCode } from "../../src/io/io.js";
import { createMemoryIo, type MemoryEntry } from "../../src/io/memory.js";
import { fromNativePath, toNativePath } from "../../src/io/native-path.js";
import { nodeIo } from "../../src/io/node.js";

const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
const tree: Record<string, MemoryEntry> = {
  "/text": "Grüße 🎉\n",
  "/bytes": bytes,
  "/empty": "",
  "/run": { executable: "#!/bin/sh\n" },
  "/folder/inner/leaf": "leaf",
  "/folder/with space, 'quote' and ünïcode": "x",
  "/hollow": { directory: true },
  "/to-text": { link: "text" },
  "/to-folder": { link: "folder/inner" },
  "/to-link": { link: "to-folder/leaf" },
  "/to-nothing": { link: "nothing" },
  "/through-parent": { link: "to-folder/../inner/leaf" },
  "/loop": { link: "pool" },
  "/pool": { link: "loop" },
  "/into-itself": { link: "into-itself/x" },
  "/folder-slash": { link: "folder/" },
  "/text-slash": { link: "text/" },
  "/__proto__": "no prototype",
};
const variables = { NHG_IO_TEST: "gr\u00fcn", NHG_IO_EMPTY: "" };

interface Subject {
  readonly io: Io;
  /** The folder that stands for `/` of the tree. */
  readonly root: string;
}

function inMemory(): Subject {
  const root = "/some/root";
  const files = Object.fromEntries(Object.entries(tree).map(([path, entry]) => [root + path, entry]));
  return {
    io: createMemoryIo({ files, environment: variables, home: "/home/me" }),
    root,
  };
}

function onDisk(): Subject {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "nhg-io-")));
  after(() => rmSync(folder, { recursive: true }));
  for (const [path, entry] of Object.entries(tree)) {
    write(join(folder, path), entry);
  }
  Object.assign(process.env, variables);
  return { io: nodeIo, root: fromNativePath(folder) };
}

function write(path: string, entry: MemoryEntry): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof entry === "string" || entry instanceof Uint8Array) writeFileSync(path, entry);
  else if ("link" in entry) symlinkSync(entry.link, path);
  else if ("directory" in entry) mkdirSync(path);
  else {
    writeFileSync(path, entry.executable);
    chmodSync(path, 0o755);
  }
}

function suite(name: string, create: () => Subject, skip: string | false): void {
  describe(name, { skip }, () => {
    const { io, root } = skip ? inMemory() : create();
    const read = (path: string) => Buffer.from(io.readFile(root + path)).toString("utf8");
    const fails = (action: () => unknown, code: IoErrorCode, message: string) =>
      assert.throws(action, (error) => {
        assert.ok(error instanceof IoError);
        assert.deepEqual([error.code, error.message], [code, message.replaceAll("ROOT", root)]);
        return true;
      });

    it("reads text and bytes exactly", () => {
      assert.equal(read("/text"), "Grüße 🎉\n");
      assert.equal(read("/empty"), "");
      assert.deepEqual(new Uint8Array(io.readFile(`${root}/bytes`)), bytes);
      assert.equal(read("/folder/with space, 'quote' and ünïcode"), "x");
      assert.equal(read("/__proto__"), "no prototype");
    });

    it("hands out bytes that the caller may change", () => {
      io.readFile(`${root}/text`).fill(0);
      assert.equal(read("/text"), "Grüße 🎉\n");
    });

    it("follows links when reading, physically through '..'", () => {
      assert.equal(read("/to-text"), "Grüße 🎉\n");
      assert.equal(read("/to-folder/leaf"), "leaf");
      assert.equal(read("/to-link"), "leaf");
      assert.equal(read("/through-parent"), "leaf");
      assert.equal(read("/to-folder/../../text"), "Grüße 🎉\n");
      assert.equal(read("//folder/./inner//leaf"), "leaf");
    });

    it("says in Nix's words why a file cannot be read", () => {
      const cases: [string, IoErrorCode, string][] = [
        ["/absent", "not-found", "opening file 'ROOT/absent': No such file or directory"],
        ["/to-nothing", "not-found", "opening file 'ROOT/to-nothing': No such file or directory"],
        ["/text/x", "not-a-directory", "opening file 'ROOT/text/x': Not a directory"],
        ["/text/", "not-a-directory", "opening file 'ROOT/text/': Not a directory"],
        ["/text-slash", "not-a-directory", "opening file 'ROOT/text-slash': Not a directory"],
        ["/folder", "is-a-directory", "reading from file 'ROOT/folder': Is a directory"],
        ["/loop", "failed", "opening file 'ROOT/loop': Too many levels of symbolic links"],
        ["/into-itself", "failed", "opening file 'ROOT/into-itself': Too many levels of symbolic links"],
      ];
      for (const [path, code, message] of cases) fails(() => io.readFile(root + path), code, message);
      fails(() => io.readFile(`${root}/a\0b`), "failed", "opening file 'ROOT/a\0b': Invalid argument");
    });

    it("tells what a path is, without following a link at its end", () => {
      assert.deepEqual(io.stat(`${root}/text`), {
        type: "regular",
        executable: false,
        size: 13,
      });
      assert.deepEqual(io.stat(`${root}/run`), {
        type: "regular",
        executable: true,
        size: 10,
      });
      assert.deepEqual(io.stat(`${root}/folder`), {
        type: "directory",
        executable: false,
        size: 0,
      });
      assert.deepEqual(io.stat(`${root}/to-folder`), {
        type: "symlink",
        executable: false,
        size: 0,
      });
      assert.deepEqual(io.stat(`${root}/to-folder/`), {
        type: "directory",
        executable: false,
        size: 0,
      });
      assert.equal(io.stat(`${root}/to-nothing`)?.type, "symlink");
      assert.equal(io.stat(`${root}/loop`)?.type, "symlink");
      assert.equal(io.stat("/")?.type, "directory");
    });

    it("tells that nothing is there", () => {
      for (const path of ["/absent", "/absent/x", "/text/x", "/text/", "/to-nothing/x", "/constructor"]) {
        assert.equal(io.stat(root + path), undefined, path);
      }
      fails(
        () => io.stat(`${root}/loop/x`),
        "failed",
        "getting status of 'ROOT/loop/x': Too many levels of symbolic links",
      );
    });

    it("lists a folder with types", () => {
      const entries = [...io.readDirectory(root)].sort(([a], [b]) => (a < b ? -1 : 1));
      assert.deepEqual(Object.fromEntries(entries), {
        ["__proto__"]: "regular",
        bytes: "regular",
        empty: "regular",
        folder: "directory",
        "folder-slash": "symlink",
        hollow: "directory",
        "into-itself": "symlink",
        loop: "symlink",
        pool: "symlink",
        run: "regular",
        text: "regular",
        "text-slash": "symlink",
        "through-parent": "symlink",
        "to-folder": "symlink",
        "to-link": "symlink",
        "to-nothing": "symlink",
        "to-text": "symlink",
      });
      assert.deepEqual([...io.readDirectory(`${root}/to-folder`).keys()], ["leaf"]);
      assert.equal(io.readDirectory(`${root}/folder-slash`).size, 2);
      assert.equal(io.readDirectory(`${root}/hollow`).size, 0);
    });

    it("says in Nix's words why a folder cannot be listed", () => {
      const cases: [string, IoErrorCode, string][] = [
        ["/absent", "not-found", "opening directory 'ROOT/absent': No such file or directory"],
        ["/text", "not-a-directory", "opening directory 'ROOT/text': Not a directory"],
        ["/loop", "failed", "opening directory 'ROOT/loop': Too many levels of symbolic links"],
      ];
      for (const [path, code, message] of cases) fails(() => io.readDirectory(root + path), code, message);
    });

    it("reads links", () => {
      assert.equal(io.readLink(`${root}/to-link`), "to-folder/leaf");
      assert.equal(io.readLink(`${root}/to-nothing`), "nothing");
      fails(() => io.readLink(`${root}/text`), "failed", "'ROOT/text' is not a symlink");
      fails(() => io.readLink(`${root}/folder`), "failed", "'ROOT/folder' is not a symlink");
      fails(
        () => io.readLink(`${root}/absent`),
        "not-found",
        "getting status of 'ROOT/absent': No such file or directory",
      );
    });

    it("resolves every link of a path", () => {
      assert.equal(io.realPath(`${root}/to-link`), `${root}/folder/inner/leaf`);
      assert.equal(io.realPath(`${root}/to-folder/`), `${root}/folder/inner`);
      assert.equal(io.realPath(`${root}/to-folder/../..`), root);
      assert.equal(io.realPath(`${root}//text`), `${root}/text`);
      assert.equal(io.realPath("/"), "/");
      assert.equal(io.realPath("/.."), "/");
      fails(() => io.realPath(`${root}/to-nothing`), "not-found", "path 'ROOT/to-nothing' does not exist");
      fails(() => io.realPath(`${root}/absent/x`), "not-found", "path 'ROOT/absent/x' does not exist");
      fails(() => io.realPath(`${root}/text/x`), "not-a-directory", "getting status of 'ROOT/text/x': Not a directory");
      fails(
        () => io.realPath(`${root}/loop`),
        "failed",
        "getting status of 'ROOT/loop': Too many levels of symbolic links",
      );
    });

    it("reads the environment, and nothing that a JavaScript object merely inherits", () => {
      assert.equal(io.environment("NHG_IO_TEST"), "gr\u00fcn");
      assert.equal(io.environment("NHG_IO_EMPTY"), "");
      for (const name of ["NHG_IO_ABSENT", "", "toString", "constructor", "__proto__", "hasOwnProperty"]) {
        assert.equal(io.environment(name), undefined, name);
      }
    });

    it("knows the home folder", () => {
      assert.match(io.homeDirectory() ?? "", /^\//);
    });
  });
}

suite("memory", inMemory, false);
suite("node", onDisk, process.platform === "win32" && "making links needs a privilege on Windows");

describe("memory", () => {
  it("refuses a tree that no file system could hold", () => {
    assert.throws(() => createMemoryIo({ files: { relative: "" } }), /'relative' is not an absolute path/);
    assert.throws(() => createMemoryIo({ files: { "/a": "", "/a/b": "" } }), /'\/a' is a file and a folder/);
    assert.throws(() => createMemoryIo({ files: { "/a/b": "", "/a": "" } }), /'\/a' is there twice/);
    assert.throws(() => createMemoryIo({ files: { "/a": { link: "b" }, "/a/b": "" } }), /file and a folder/);
  });

  it("is empty by default", () => {
    const io = createMemoryIo();
    assert.equal(io.readDirectory("/").size, 0);
    assert.equal(io.homeDirectory(), undefined);
  });
});

describe("paths on Windows", () => {
  const pairs: [native: string, ours: string][] = [
    ["C:\\charts\\web.nix", "/C:/charts/web.nix"],
    ["c:\\", "/c:/"],
    ["\\\\server\\share\\x.nix", "/unc:/server/share/x.nix"],
  ];
  for (const [native, ours] of pairs) {
    it(`${native} is ${ours}`, () => {
      assert.equal(fromNativePath(native, "win32"), ours);
      assert.equal(toNativePath(ours, "win32"), native);
    });
  }

  it("a drive alone is its root, not its working folder", () => {
    assert.equal(toNativePath("/C:", "win32"), "C:\\");
  });

  it("long-path prefixes mean nothing more", () => {
    assert.equal(fromNativePath("\\\\?\\C:\\x", "win32"), "/C:/x");
    assert.equal(fromNativePath("\\\\?\\UNC\\server\\share", "win32"), "/unc:/server/share");
  });

  it("elsewhere nothing changes, backslashes included", () => {
    assert.equal(toNativePath("/a\\b/C:", "linux"), "/a\\b/C:");
    assert.equal(fromNativePath("/a\\b/C:", "linux"), "/a\\b/C:");
  });
});
