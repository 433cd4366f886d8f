/** How much memory a worker thread takes. */
import type { ResourceLimits } from "node:worker_threads";

/**
 * For threads that hand on what they make: V8 of Node 24 would let 96 MB of each pass before it looks for what is needed no more, which
 * makes none faster.
 */
export const threadLimits: ResourceLimits = { maxYoungGenerationSizeMb: 16 };
