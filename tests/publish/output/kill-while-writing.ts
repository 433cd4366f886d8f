/**
 * Loaded before a build, this kills its process at the first change of a disk inside the folder where the new output
 * is written: `node --import tsx --import ./tests/publish/output/kill-while-writing.ts src/cli/start.js build`.
 */
import { onFileOperation } from "./file-operations.ts";

onFileOperation((operation) => {
  if (/\/\.dateline-[^/]*-new-[^/]*\//.test(operation)) process.kill(process.pid, "SIGKILL");
});
