/** Values that are made when they are first asked for: a preview plans a site and shows one page of it. */

/** The same value at every call, made at the first. */
export function onDemand<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same value at every call for a key, made at the first. */
export function onDemandFor<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return rememberedIn(new Map(), make);
}

/** The same value at every call for an object, made at the first, and forgotten with the object. */
export function onDemandOf<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return rememberedIn(new WeakMap(), make);
}

function rememberedIn<Key, Value>(
  known: {
    readonly get: (key: Key) => { readonly value: Value } | undefined;
    readonly set: (key: Key, made: { readonly value: Value }) => unknown;
  },
  make: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    let made = known.get(key);
    if (made === undefined) {
      made = { value: make(key) };
      known.set(key, made);
    }
    return made.value;
  };
}
