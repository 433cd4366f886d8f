/** What a process that draws cards does: `CardTasks`, by its name. */
import { type CardTasks, drawHere } from "./card-drawers.ts";

export const draw: CardTasks["draw"] = drawHere;

// Dismissed, it leaves as any process does, so that it takes away what it has put down.
process.once("SIGTERM", () => process.exit());
