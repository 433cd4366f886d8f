/** Values that are made when they are first asked for: a preview plans a site and shows one page of it. */

/** The same value at every call, made at the first. */
export function onDemand<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
