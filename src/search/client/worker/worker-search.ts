/** The search that runs in a worker, as the page asks for it. */
import type { Ranking } from "../../opened/pagefind/code.ts";
import { LostFile } from "../../opened/pagefind/lost-file.ts";
import type { PartsSearch } from "../../opened/pagefind/parts-search.ts";
import type { Answer, Call, Question, Reply, Start } from "./messages.ts";
import { newWorker } from "./trusted-worker.ts";

/** Starts the worker. @param folder where the index lies @param code the path of Pagefind's code in it */
export function workerSearch(folder: string, code: string, ranking: Ranking): PartsSearch {
  const worker = newWorker();
  const waiting = new Map<number, (answer: Answer) => void>();
  worker.addEventListener("message", ({ data: { id, answer } }: MessageEvent<Reply>) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  /** What all that is asked for gets, now that the worker answers nothing more. */
  let ended: Answer | undefined;
  const end = (answer: Answer) => {
    ended = answer;
    for (const answerWith of waiting.values()) answerWith(answer);
    waiting.clear();
  };
  // Its script did not come: nothing it is asked for will.
  worker.addEventListener("error", ({ message }) =>
    end({ failed: message ?? "the search's worker was not loaded" }),
  );
  const start: Start = { folder, code, ranking };
  worker.postMessage(start);
  let count = 0;

  function ask<Value>(question: Question): Promise<Value>;
  async function ask(question: Question): Promise<unknown> {
    count += 1;
    const call: Call = { id: count, question };
    const answer =
      ended ??
      (await new Promise<Answer>((resolve) => {
        waiting.set(call.id, resolve);
        worker.postMessage(call);
      }));
    if ("value" in answer) return answer.value;
    throw "lost" in answer ? new LostFile(answer.lost.address, answer.lost.isGone) : new Error(answer.failed);
  }

  return {
    open: (part) => ask({ open: part }),
    search: (text) => ask({ search: text }),
    page: (name) => ask({ page: name }),
    close: () => {
      worker.terminate();
      end({ lost: { address: folder, isGone: true } });
    },
  };
}
