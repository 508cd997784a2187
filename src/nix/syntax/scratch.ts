/**
 * A stack of elements of arrays whose length is not known yet. An array that grows by `push` is left with
 * room it will never use; one that is cut from this stack has exactly its length, and nested arrays share
 * the stack.
 */
export class Scratch {
  /** How many elements there are. */
  top = 0;
  private readonly elements: unknown[] = [];

  push(element: unknown): void {
    this.elements[this.top++] = element;
  }

  /** Takes the elements from `base` up off the stack. They must have been pushed as `T`. */
  take<T>(base: number): T[] {
    const taken = this.elements.slice(base, this.top) as T[];
    this.top = base;
    return taken;
  }
}
