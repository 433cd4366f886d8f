/** What a thread that converts bodies does: `BodyTasks`, each by its name. */
import { type BodyTasks, writingTo } from "./body-converter.ts";
import { type ParsedBody, parsedBody, writtenBody } from "./html-to-markdown.ts";

const open = new Map<number, ParsedBody>();

export const openBody: BodyTasks["openBody"] = ({ key, body, base }) => {
  const parsed = parsedBody(body, base);
  open.set(key, parsed);
  return { pictures: parsed.pictures, links: parsed.links };
};

export const writeBody: BodyTasks["writeBody"] = ({ key, places }) => {
  const parsed = open.get(key);
  if (parsed === undefined) throw new Error("the body was not opened here");
  open.delete(key);
  return writtenBody(parsed, writingTo(places));
};
