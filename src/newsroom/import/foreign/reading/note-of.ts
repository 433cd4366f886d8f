/** Notes as formats give them. */
import type { ForeignNote, ForeignStory } from "../foreign-item.ts";
import type { LostPart } from "../import-notes.ts";

/** What is told of a thing of an archive, by its name there. */
export function noteOf({ id, place }: Pick<ForeignStory, "id" | "place">, part: LostPart): ForeignNote {
  return { kind: "note", note: { ...part, item: id, place } };
}
