/** How the time of some work grows with its size, whatever the machine is and whatever else it does. */

const factor = 8;

/**
 * How many times longer work takes on a text that is 8 times as long: some 8 where the time grows as the text does,
 * some 64 where it grows as its square. Of several runs the least counts, in time of the processor.
 *
 * @param textOf makes a text of a length in characters
 */
export function growth(work: (text: string) => void, textOf: (length: number) => string): number {
  const [short, long] = [textOf(shortLength), textOf(shortLength * factor)];
  // The first runs are those of code that is not compiled yet.
  leastTime(work, short);
  return leastTime(work, long) / leastTime(work, short);
}

/** Between 8 and 64, the nearer to neither. */
export const linearLimit = 24;

const shortLength = 10_000;
const runs = 5;

/** In microseconds. */
function leastTime(work: (text: string) => void, text: string): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage().user;
    work(text);
    return process.cpuUsage().user - before;
  });
  // What takes next to nothing is not worth being told apart.
  return Math.max(1000, Math.min(...times));
}
