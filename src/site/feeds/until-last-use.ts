/** Values that are made once, however often they are used, and kept no longer than that. */

/**
 * Makes the value of a key at its first use and forgets it after its last.
 *
 * @param uses the keys, each as many times as its value will be asked for; who asks more often has it made again
 */
export function untilLastUse<Key, Value extends object>(
  uses: Iterable<Key>,
  make: (key: Key) => Value,
): (key: Key) => Value {
  const usesLeft = new Map<Key, number>();
  for (const key of uses) usesLeft.set(key, (usesLeft.get(key) ?? 0) + 1);
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    const left = (usesLeft.get(key) ?? 0) - 1;
    usesLeft.set(key, left);
    if (left > 0) made.set(key, value);
    else made.delete(key);
    return value;
  };
}
