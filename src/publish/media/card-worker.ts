/** What a process that draws cards does: `CardTasks`, by its name. */
import { loadSharp } from "../pictures/sharp.ts";
import { type CardTasks, drawHere } from "./card-drawers.ts";

const sharp = await loadSharp();
// No card is like another, and the other cores have processes of their own.
sharp.cache(false);
sharp.concurrency(1);

export const draw: CardTasks["draw"] = drawHere;

// Dismissed, it leaves as any process does, so that it takes away what it has put down.
process.once("SIGTERM", () => process.exit());
