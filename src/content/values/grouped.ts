/** Values by what they have in common. */

/** Groups in the order of their first values, each in the order of its values. */
export function grouped<Value, Common>(
  values: Iterable<Value>,
  commonOf: (value: Value) => Common,
): Map<Common, Value[]> {
  const groups = new Map<Common, Value[]>();
  for (const value of values) {
    const common = commonOf(value);
    const group = groups.get(common);
    if (group === undefined) groups.set(common, [value]);
    else group.push(value);
  }
  return groups;
}
