/** Files of the index as they are asked for, and those that do not come. */

/** A file did not come, however often it was asked for. */
export class LostFile extends Error {
  readonly address: string;
  /** Whether the server has none: it belongs to an index that another has taken the place of. */
  readonly isGone: boolean;

  constructor(address: string, isGone: boolean) {
    super(`${address} ${isGone ? "is gone" : "did not come"}`);
    this.address = address;
    this.isGone = isGone;
  }
}

/** How long to wait before a file is asked for again, in milliseconds. */
const pausesMs = [400, 1600];

/**
 * Fetches a file whole, asking again where the network or the server fails for a moment.
 *
 * @throws LostFile
 */
export async function fetchedFile(
  address: string,
  init: RequestInit = {},
  pauses: readonly number[] = pausesMs,
): Promise<Uint8Array<ArrayBuffer>> {
  const [pause, ...later] = pauses;
  try {
    const response = await fetch(address, init);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    if (response.status === 404 || response.status === 410) throw new LostFile(address, true);
  } catch (error) {
    if (error instanceof LostFile) throw error;
  }
  if (pause === undefined) throw new LostFile(address, false);
  await new Promise((resolve) => setTimeout(resolve, pause));
  return fetchedFile(address, init, later);
}

/** Whether something failed for a file that is gone: another index takes the place of the one that names it. */
export function isGone(error: unknown): boolean {
  return error instanceof LostFile && error.isGone;
}

/** A value, or undefined where a file of it did not come. What is gone is thrown: another index takes its place. */
export async function unlessLost<Value>(value: Promise<Value>): Promise<Value | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof LostFile && !error.isGone) return undefined;
    throw error;
  }
}
