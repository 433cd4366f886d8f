/** Values by what they have in common. */

/** Groups in the order of their first values, each in the order of its values. */
export function grouped<Value>(
  values: Iterable<Value>,
  nameOf: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const name = nameOf(value);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
}
