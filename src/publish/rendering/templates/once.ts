/** Parts of pages that are made once: the masthead of the site, an article's entry in all its listings. */
import { onDemandFor, onDemandOf } from "../../../content/values/on-demand.ts";

/** What is remembered of some objects, and of these with one more. */
class Memory {
  html: string | undefined;
  readonly with = onDemandOf((_: object) => new Memory());
}

/**
 * Remembers what a template makes of some objects, as long as they live. Objects are the same where they are one
 * object: what they hold must not change.
 *
 * @param render makes the HTML; it is given the objects and nothing else, so that nothing else can be in it
 */
export function newOnce(render: (template: string, context: object) => string) {
  const memoryOf = onDemandFor((_: string) => new Memory());
  return (template: string, values: Readonly<Record<string, object>>): string => {
    let memory = memoryOf(template);
    for (const value of Object.values(values)) memory = memory.with(value);
    memory.html ??= render(template, values);
    return memory.html;
  };
}
