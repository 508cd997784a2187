/** What the rest of the evaluator needs of the store. */
export { copyPathToStore } from "./copy.js";
export { withStore } from "./overlay.js";
