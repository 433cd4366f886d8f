/** What is loaded is loaded once, and again only if it did not come. */

/** Does something when it is first asked for, and again only if it failed. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    if (made === undefined) {
      made = make();
      made.catch(() => {
        made = undefined;
      });
    }
    return made;
  };
}

/** The same for each of many keys. */
export function onceForEach<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const made = new Map<string, () => Promise<Value>>();
  return (key) => {
    const ask = made.get(key) ?? once(() => make(key));
    made.set(key, ask);
    return ask();
  };
}
