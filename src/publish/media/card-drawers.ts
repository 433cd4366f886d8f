/** Processes that draw cards: within one, Pango draws one at a time, and each step waits for the thread that renders pages. */
import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { ProcessEnded } from "../../content/diagnostics/system-reasons.ts";
import type { CardText } from "../../site/machines/cards.ts";
import { bundledCode } from "../disk/project.js";
import { drawCard } from "./card-drawing.ts";
import { CardFonts } from "./card-fonts.ts";

/** Draws a card. Gives a PNG. @throws what the library that draws says, and the system of the fonts */
export type DrawCard = (card: CardText) => Promise<Uint8Array>;

/** What a process can be asked to do: the exports of `card-worker.ts`. */
export type CardTasks = { readonly draw: DrawCard };

/** Draws a card in this process. */
export const drawHere: DrawCard = async (card) => drawCard(card, await CardFonts.open());

/** Below so many cards starting a process takes longer than it saves. */
const leastCards = 300;

const mostProcesses = 4;

/** One that is drawn, one that is compressed meanwhile, and the next. */
const cardsPerProcess = 3;

/** The thread that renders pages has little time for each of its five steps: with so many on the way, one of them is always being drawn. */
const cardsHere = 8;

export class CardDrawers {
  readonly #pool: Tinypool | undefined;

  private constructor(pool: Tinypool | undefined) {
    this.#pool = pool;
  }

  /** Starts a process for each core that this one leaves, if there is enough to do. Without any, cards are drawn in this one. */
  static async start(cardCount: number, cores = availableParallelism()): Promise<CardDrawers> {
    const processes = cardCount < leastCards ? 0 : Math.min(mostProcesses, cores - 1);
    const code = processes < 1 ? undefined : await bundledCode();
    if (code === undefined) return new CardDrawers(undefined);
    return new CardDrawers(
      new Tinypool({
        runtime: "child_process",
        // What one process gives another is text unless it says otherwise.
        serialization: "advanced",
        filename: new URL("card-worker.js", code).href,
        minThreads: processes,
        maxThreads: processes,
        concurrentTasksPerWorker: cardsPerProcess,
        isolateWorkers: false,
        // Pixels are outside of V8's heap, which without this takes 20 MB more of each.
        execArgv: ["--max-semi-space-size=2"],
        env: environment(),
      }),
    );
  }

  /** How many cards should be under way. */
  get cardsAtOnce(): number {
    return this.#pool === undefined ? cardsHere : this.#pool.options.maxThreads * cardsPerProcess;
  }

  readonly draw: DrawCard = (card) =>
    this.#pool === undefined
      ? drawHere(card)
      : this.#pool.run(card, { name: "draw" satisfies keyof CardTasks }).catch(refuse);

  async dismiss(): Promise<void> {
    await this.#pool?.destroy();
  }
}

/** @throws what drawing has thrown in a process, which comes as an object; ProcessEnded where an error says that there is none any more */
function refuse(error: unknown): never {
  if (error instanceof Error) {
    throw new ProcessEnded(
      `A process that draws cards has ended (${error.message}); the machine may be short of memory: make room and start again`,
      { cause: error },
    );
  }
  const isTold = typeof error === "object" && error !== null && "message" in error;
  throw new Error(isTold ? String(error.message) : String(error));
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
