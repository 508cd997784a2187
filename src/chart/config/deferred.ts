/**
 * Stands in a config for a value that its author has not computed yet. Validation takes it for whatever is
 * wanted there; generation works as long as the value is not needed, and throws a `DeferredError` when it is.
 */
export class Deferred {
  /** @param reason whatever the one who put it there wants back, such as the pending computation or its error. */
  constructor(readonly reason?: unknown) {}
}

/** Thrown when a value that is needed is `Deferred`. */
export class DeferredError extends Error {
  override readonly name = "DeferredError";
  constructor(readonly deferred: Deferred) {
    super("a value that is needed has not been computed");
  }
}

/** The same value, but reading anything `Deferred` out of it, at any depth, throws a `DeferredError`. */
export function demandComputed<T>(value: T): T {
  return view(value, demanding);
}

/** The same value, but anything `Deferred` in it, at any depth, reads as `undefined`. */
export function hideDeferred<T>(value: T): T {
  return view(value, hiding);
}

function view<T>(value: T, handler: ProxyHandler<object>): T {
  return typeof value === "object" && value !== null ? (new Proxy(value, handler) as T) : value;
}

const demanding: ProxyHandler<object> = {
  get(target, key) {
    const value: unknown = Reflect.get(target, key);
    if (value instanceof Deferred) throw new DeferredError(value);
    return view(value, demanding);
  },
};

const hiding: ProxyHandler<object> = {
  get(target, key) {
    const value: unknown = Reflect.get(target, key);
    return value instanceof Deferred ? undefined : view(value, hiding);
  },
};
