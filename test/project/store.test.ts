import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { outputPath, writeOutput } from "../../src/project/store.js";
import { type Output, StoreError, storeFolder, storeName } from "../../src/project/store-path.js";
import { hostileString } from "../support/hostile-strings.js";
import { temporaryFolder } from "../support/temporary.js";

function output(files: Record<string, string>, name = "web"): Output {
  return { name, files: new Map(Object.entries(files)) };
}

const web = output({ "00-a.yaml": "a: 1\n", "templates/b.yaml": "b: ünï\n", empty: "" });

function assertHolds(folder: string, { files }: Output): void {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  assert.deepEqual(found.sort(), [...files.keys()].sort());
  for (const [path, text] of files) assert.equal(readFileSync(join(folder, path), "utf8"), text);
}

/** Entries, without the folder of temporary ones, which must be empty. */
function entriesOf(store: string): string[] {
  assert.deepEqual(readdirSync(join(store, ".tmp")), []);
  return readdirSync(store).filter((name) => name !== ".tmp");
}

describe("store names", () => {
  it("are Nix's: 32 characters of hash and a name", () => {
    assert.match(storeName(web), /^[0-9abcdfghijklmnpqrsvwxyz]{32}-web$/);
  });

  it("depend on the name, every path and every text, and on nothing else", () => {
    const same = output({ empty: "", "templates/b.yaml": "b: ünï\n", "00-a.yaml": "a: 1\n" });
    assert.equal(storeName(same), storeName(web));
    const all = [
      web,
      output({ "00-a.yaml": "a: 1\n", "templates/b.yaml": "b: ünï\n" }),
      output({ "00-a.yaml": "a: 2\n", "templates/b.yaml": "b: ünï\n", empty: "" }),
      output({ "00-b.yaml": "a: 1\n", "templates/b.yaml": "b: ünï\n", empty: "" }),
      output({}),
      output({ a: "" }),
      output({ a: "b1:" }),
      output({ a: "b", "1:": "" }),
      output({}, "other"),
    ];
    assert.equal(new Set(all.map((each) => storeName(each).slice(0, 32))).size, all.length);
  });

  it("are safe whatever the output is called", () => {
    fc.assert(
      fc.property(hostileString, (name) => {
        assert.match(storeName({ name, files: new Map() }), /^[0-9a-z]{32}-[A-Za-z0-9+_=][A-Za-z0-9+._=-]{0,99}$/);
      }),
    );
  });
});

describe("storeFolder", () => {
  const at = (variables: Record<string, string>, home: string | undefined, platform = "linux") =>
    storeFolder({
      environment: (name) => variables[name],
      home,
      workingFolder: platform === "win32" ? "C:\\w" : "/w",
      platform,
    });

  it("is where the user says, or the usual folder for caches", () => {
    assert.equal(at({ NHG_STORE: "/s", XDG_CACHE_HOME: "/x" }, "/home/me"), "/s");
    assert.equal(at({ NHG_STORE: "s" }, "/home/me"), "/w/s");
    assert.equal(at({ NHG_STORE: "", XDG_CACHE_HOME: "/x" }, "/home/me"), "/x/nix-helm-generator/store");
    assert.equal(at({ XDG_CACHE_HOME: "relative" }, "/home/me"), "/home/me/.cache/nix-helm-generator/store");
    assert.equal(at({}, "/home/me"), "/home/me/.cache/nix-helm-generator/store");
    assert.equal(at({ LOCALAPPDATA: "D:\\l" }, "C:\\me", "win32"), "D:\\l\\nix-helm-generator\\store");
    assert.equal(at({ XDG_CACHE_HOME: "/x" }, "C:\\me", "win32"), "C:\\me\\AppData\\Local\\nix-helm-generator\\store");
  });

  it("says what to do where there is none", () => {
    assert.throws(
      () => at({}, undefined),
      (error) => error instanceof StoreError && /NHG_STORE/.test(error.help),
    );
  });
});

describe("writeOutput", () => {
  it("writes all files, and leaves nothing else behind", (context) => {
    const store = join(temporaryFolder(context), "not/there/yet");
    const path = writeOutput(store, web);
    assert.equal(path, outputPath(store, web));
    assertHolds(path, web);
    assert.deepEqual(entriesOf(store), [storeName(web)]);
  });

  it("writes an output without files", (context) => {
    const store = temporaryFolder(context);
    assertHolds(writeOutput(store, output({})), output({}));
  });

  it("uses an intact entry as it is", (context) => {
    const store = temporaryFolder(context);
    const path = writeOutput(store, web);
    const { ino, mtimeMs } = statSync(path);
    writeOutput(store, web);
    assert.deepEqual([statSync(path).ino, statSync(path).mtimeMs], [ino, mtimeMs]);
  });

  it("reads an intact entry even where it may not write", (context) => {
    const store = temporaryFolder(context);
    writeOutput(store, web);
    chmodSync(store, 0o555);
    assertHolds(writeOutput(store, web), web);
    chmodSync(store, 0o755);
  });

  const damages: Record<string, (path: string) => void> = {
    "a truncated file": (path) => truncateSync(join(path, "00-a.yaml"), 2),
    "a changed file of the same size": (path) => writeFileSync(join(path, "00-a.yaml"), "a: 2\n"),
    "an emptied file": (path) => truncateSync(join(path, "templates/b.yaml")),
    "a longer file": (path) => appendFileSync(join(path, "empty"), "x"),
    "a missing file": (path) => rmSync(join(path, "empty")),
    "an added file": (path) => writeFileSync(join(path, "zz-evil.yaml"), "kind: Job\n"),
    "an added file in a folder": (path) => writeFileSync(join(path, "templates/zz.yaml"), ""),
    "a folder for a file": (path) => {
      rmSync(join(path, "empty"));
      mkdirSync(join(path, "empty"));
    },
    "a link for a file": (path) => {
      renameSync(join(path, "00-a.yaml"), `${path}.moved`);
      symlinkSync(`${path}.moved`, join(path, "00-a.yaml"));
    },
    "a file for the whole entry": (path) => {
      rmSync(path, { recursive: true });
      writeFileSync(path, "");
    },
    "a broken link for the whole entry": (path) => {
      rmSync(path, { recursive: true });
      symlinkSync("/nowhere/at/all", path);
    },
    "an empty folder": (path) => {
      rmSync(path, { recursive: true });
      mkdirSync(path);
    },
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`makes an entry anew that has ${what}`, (context) => {
      const store = temporaryFolder(context);
      const path = writeOutput(store, web);
      damage(path);
      assert.equal(writeOutput(store, web), path);
      assertHolds(path, web);
      assert.deepEqual(readdirSync(join(store, ".tmp")), []);
    });
  }

  it("makes files that can be copied over each other, and deleted", (context) => {
    const folder = temporaryFolder(context);
    const path = writeOutput(join(folder, "store"), web);
    for (let round = 0; round < 2; round++) cpSync(path, join(folder, "copy"), { recursive: true });
    assert.equal(statSync(join(folder, "copy/00-a.yaml")).mode & 0o200, 0o200);
    rmSync(join(folder, "copy"), { recursive: true });
  });

  it("writes nothing outside of the store", (context) => {
    const folder = temporaryFolder(context);
    const store = join(folder, "a/b/store");
    for (const path of ["../x", "/x", "a/../../x", "..", ".", "", "a//b", "a/", "a\\..\\b", "C:x", "a\0b", "./a"]) {
      assert.throws(() => writeOutput(store, output({ [path]: "" })), /is not the path of a file in an output/, path);
    }
    assert.deepEqual(readdirSync(folder), []);
    writeOutput(store, output({ a: "" }, "../../x"));
    assert.deepEqual(readdirSync(join(folder, "a")), ["b"]);
    assert.deepEqual(readdirSync(join(folder, "a/b")), ["store"]);
    assert.match(entriesOf(store).join(), /^\w{32}-x$/);
  });

  it("says where it cannot write, and what to do", (context) => {
    const file = join(temporaryFolder(context), "file");
    writeFileSync(file, "");
    // Linux's /proc says of a new folder that it does not exist, again and again.
    const endless = process.platform === "linux" ? ["/proc/nhg/store"] : [];
    for (const store of [file, join(file, "store"), ...endless]) {
      assert.throws(
        () => writeOutput(store, web),
        (error) => error instanceof StoreError && error.message.startsWith(`cannot write to the store '${store}': E`),
      );
    }
  });

  it("leaves nothing behind when writing fails half-way", (context) => {
    const store = temporaryFolder(context);
    assert.throws(() => writeOutput(store, output({ a: "file", "a/b": "below a file" })));
    assert.deepEqual(entriesOf(store), []);
  });
});

describe("temporary folders", () => {
  it("are removed when they are old and their process is gone", (context) => {
    const store = temporaryFolder(context);
    const gone = spawnSync(process.execPath, ["-e", "0"]).pid;
    const random = "01234567-89ab";
    const twoHoursAgo = Date.now() / 1000 - 7200;
    const left: Record<string, boolean> = {
      [`${gone}-${random}`]: false,
      [`${process.pid}-${random}`]: false,
      [`${process.ppid}-${random}`]: true,
      [`${gone}-ffffffff-ffff`]: true,
      "of somebody else": true,
    };
    for (const name of Object.keys(left)) {
      mkdirSync(join(store, ".tmp", name), { recursive: true });
      writeFileSync(join(store, ".tmp", name, "half"), "wri");
      if (name !== `${gone}-ffffffff-ffff`) utimesSync(join(store, ".tmp", name), twoHoursAgo, twoHoursAgo);
    }
    writeOutput(store, web);
    for (const [name, stays] of Object.entries(left)) assert.equal(existsSync(join(store, ".tmp", name)), stays, name);
  });
});
