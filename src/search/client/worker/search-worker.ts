/** Runs Pagefind beside the page, so that the page can be used while texts are looked up. */
import { fetchedFile, LostFile } from "../../opened/pagefind/lost-file.ts";
import { type PartsSearch, partsSearch } from "../../opened/pagefind/parts-search.ts";
import type { Answer, Call, Question, Reply, Start } from "./messages.ts";

let search: PartsSearch | undefined;

self.addEventListener("message", async ({ data }: MessageEvent<Start | Call>) => {
  if ("folder" in data) {
    search = partsSearch((path) => fetchedFile(data.folder + path), data.code, data.ranking);
  } else if (search !== undefined) {
    const reply: Reply = { id: data.id, answer: await answerTo(data.question, search) };
    self.postMessage(reply);
  }
});

async function answerTo(question: Question, parts: PartsSearch): Promise<Answer> {
  try {
    return { value: await askedOf(question, parts) };
  } catch (error) {
    if (!(error instanceof LostFile)) return { failed: String(error) };
    return { lost: { address: error.address, isGone: error.isGone } };
  }
}

function askedOf(question: Question, { open, search, page }: PartsSearch): Promise<unknown> {
  if ("open" in question) return open(question.open);
  return "search" in question ? search(question.search) : page(question.page);
}
