/** Every builtin of the language, from one table per topic. */
import type { Builtin } from "../eval/builtin.js";
import { attributeLists } from "./attribute-lists.js";
import { attributeSets } from "./attribute-sets.js";
import { contexts } from "./contexts.js";
import { control } from "./control.js";
import { debugging } from "./debugging.js";
import { derivations } from "./derivations.js";
import { environment } from "./environment.js";
import { fetching } from "./fetching.js";
import { files } from "./files.js";
import { flakeReferences } from "./flake-references.js";
import { hashing } from "./hashing.js";
import { json } from "./json.js";
import { listFolds } from "./list-folds.js";
import { lists } from "./lists.js";
import { numbers } from "./numbers.js";
import { paths } from "./paths.js";
import { regex } from "./regex.js";
import { sorting } from "./sorting.js";
import { strings } from "./strings.js";
import { toml } from "./toml.js";
import { types } from "./types.js";
import { versions } from "./versions.js";
import { xml } from "./xml.js";

export const builtins: readonly Builtin[] = [
  ...types,
  ...numbers,
  ...control,
  ...debugging,
  ...lists,
  ...listFolds,
  ...sorting,
  ...attributeSets,
  ...attributeLists,
  ...strings,
  ...regex,
  ...versions,
  ...contexts,
  ...hashing,
  ...json,
  ...toml,
  ...xml,
  ...files,
  ...fetching,
  ...paths,
  ...derivations,
  ...environment,
  ...flakeReferences,
];
