import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { lutimesSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { linkName, pointLink } from "../../src/project/store-link.js";
import { StoreError } from "../../src/project/store-path.js";
import { temporaryProject } from "../support/temporary.js";

const project = { "store/one/a.yaml": "1", "store/two/a.yaml": "2", "real-folder/x": "mine", "real-file": "mine" };

describe("pointLink", () => {
  it("makes a link, replaces it, and leaves nothing else", (context) => {
    const folder = temporaryProject(project, context);
    const link = join(folder, "here", "result");
    for (const name of ["one", "two", "two", "one"]) {
      const target = join(folder, "store", name);
      pointLink(link, target);
      assert.equal(readlinkSync(link), target);
      assert.equal(readFileSync(join(link, "a.yaml"), "utf8"), name === "one" ? "1" : "2");
      assert.deepEqual(readdirSync(join(folder, "here")), ["result"]);
    }
  });

  it("replaces links that lead nowhere, elsewhere or to themselves", (context) => {
    const folder = temporaryProject(project, context);
    for (const [index, old] of ["nowhere", join(folder, "real-folder"), "link-2", "real-file"].entries()) {
      const link = join(folder, `link-${index}`);
      symlinkSync(old, link);
      pointLink(link, join(folder, "store/one"));
      assert.equal(readlinkSync(link), join(folder, "store/one"));
    }
    assert.equal(readFileSync(join(folder, "real-folder/x"), "utf8"), "mine");
    assert.deepEqual(readdirSync(join(folder, "real-folder")), ["x"]);
  });

  for (const [name, what] of [
    ["real-folder", "folder"],
    ["real-file", "file"],
  ] as const) {
    it(`leaves a ${what} of the user's as it is, and says what to do`, (context) => {
      const folder = temporaryProject(project, context);
      const before = readdirSync(folder);
      assert.throws(
        () => pointLink(join(folder, name), join(folder, "store/one")),
        (error) => {
          assert.ok(error instanceof StoreError);
          assert.equal(
            error.message,
            `'${join(folder, name)}' is a ${what}, not the link of an earlier build, and is left as it is`,
          );
          assert.equal(error.help, "move it away, or name another link with --out-link");
          return true;
        },
      );
      assert.deepEqual(readdirSync(folder), before);
      assert.equal(readFileSync(join(folder, "real-folder/x"), "utf8"), "mine");
      assert.equal(readFileSync(join(folder, "real-file"), "utf8"), "mine");
    });
  }

  it("says why a link cannot be made", (context) => {
    const folder = temporaryProject(project, context);
    const link = join(folder, "real-file", "result");
    assert.throws(
      () => pointLink(link, folder),
      (error) => error instanceof StoreError && error.message.startsWith(`cannot make the link '${link}': E`),
    );
  });

  it("removes old temporary links of dead processes, and only those", (context) => {
    const folder = temporaryProject(project, context);
    const gone = spawnSync(process.execPath, ["-e", "0"]).pid;
    const link = join(folder, "result");
    const stale = `.result.nhg-${gone}-01234567-89ab`;
    const twoHoursAgo = Date.now() / 1000 - 7200;
    for (const name of [
      stale,
      `.result.nhg-${process.ppid}-01234567-89ab`,
      ".result.nhg-mine",
      `.other.nhg-${gone}-01234567-89ab`,
    ]) {
      symlinkSync("nowhere", join(folder, name));
      lutimesSync(join(folder, name), twoHoursAgo, twoHoursAgo);
    }
    mkdirSync(join(folder, "unrelated"));
    writeFileSync(join(folder, "unrelated/file"), "");
    const before = readdirSync(folder);
    pointLink(link, join(folder, "store/one"));
    assert.deepEqual(readdirSync(folder).sort(), [...before.filter((name) => name !== stale), "result"].sort());
  });
});

it("several links are named as Nix names them", () => {
  assert.deepEqual(
    [0, 1, 2].map((index) => linkName("out/result", index)),
    ["out/result", "out/result-1", "out/result-2"],
  );
});
