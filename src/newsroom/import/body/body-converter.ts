/** Who converts bodies: this thread, or others, each of which keeps what it has parsed until it is to be written. */
import { Tinypool } from "tinypool";
import type { ForeignBody } from "../foreign/foreign-item.ts";
import { type BodyWriting, parsedBody, type WrittenBody, writtenBody } from "./html-to-markdown.ts";

/** Where links and pictures of a body are on the site, by their addresses in the archive. What is absent stays, or is left out. */
export type BodyPlaces = {
  readonly links: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, string>;
  readonly above: BodyWriting["above"];
};

export type BodyOutline = {
  readonly pictures: readonly (readonly string[])[];
  readonly links: readonly string[];
};

export type OpenedBody = BodyOutline & {
  /** To be called once. */
  readonly written: (places: BodyPlaces) => Promise<WrittenBody>;
};

export type BodyConverter = {
  readonly opened: (body: ForeignBody, base: string | undefined) => Promise<OpenedBody>;
  /** To be called when all is converted; more than once does no harm. */
  readonly end: () => Promise<void>;
};

/** What a worker can be asked to do: the exports of `body-worker.ts`. */
export type BodyTasks = {
  readonly openBody: (order: {
    readonly key: number;
    readonly body: ForeignBody;
    readonly base: string | undefined;
  }) => BodyOutline;
  readonly writeBody: (order: { readonly key: number; readonly places: BodyPlaces }) => WrittenBody;
};

export const onThisThread: BodyConverter = {
  opened: async (body, base) => {
    const parsed = parsedBody(body, base);
    return {
      pictures: parsed.pictures,
      links: parsed.links,
      written: async (places) => writtenBody(parsed, writingTo(places)),
    };
  },
  end: async () => undefined,
};

export function writingTo({ links, pictures, above }: BodyPlaces): BodyWriting {
  return {
    linkTo: (address) => links.get(address) ?? address,
    pictureAt: (address) => pictures.get(address),
    above,
  };
}

/** Of what a thread has made of bodies, all is given away soon: more memory for that makes none faster. */
const youngMb = 16;

/**
 * Starts threads. Bodies are given to them in turn.
 *
 * @param worker the JavaScript of `body-worker.ts`
 */
export function onThreads(worker: URL, threadCount: number): BodyConverter {
  const pools = Array.from(
    { length: threadCount },
    () =>
      new Tinypool({
        filename: worker.href,
        minThreads: 1,
        maxThreads: 1,
        concurrentTasksPerWorker: 4,
        isolateWorkers: false,
        execArgv: [],
        resourceLimits: { maxYoungGenerationSizeMb: youngMb },
      }),
  );
  let count = 0;
  return {
    opened: async ({ form, text, lost }, base) => {
      const key = count;
      count += 1;
      const pool = pools[key % threadCount];
      if (pool === undefined) throw new Error("there are no threads");
      const run = <Name extends keyof BodyTasks>(
        name: Name,
        order: Parameters<BodyTasks[Name]>[0],
      ): Promise<ReturnType<BodyTasks[Name]>> => pool.run(order, { name });
      const outline = await run("openBody", { key, body: { form, text, lost }, base });
      return { ...outline, written: (places) => run("writeBody", { key, places }) };
    },
    end: async () => {
      await Promise.all(pools.splice(0).map((pool) => pool.destroy()));
    },
  };
}
