/** Those who answer questions of a command: a person at a terminal, or nobody. */
import { isCancel, multiselect, select, text } from "@clack/prompts";
import { exitCodes, UsageFault } from "./command.ts";
import type { Answerer } from "./new-questions.ts";

export function isAtTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** A person. Ctrl+C at any question ends the command with nothing written. */
export const terminal: Answerer = {
  write: async (message, fault) => {
    const answer = await text({ message, validate: (given = "") => fault?.(given) });
    return isCancel(answer) ? quit() : answer;
  },
  choose: async (message, names, required) => {
    const answer = await multiselect({ message, required, options: names.map(optionOf) });
    return isCancel(answer) ? quit() : answer;
  },
  pick: async (message, names) => {
    const options = [{ value: "", label: "none" }, ...names.map(optionOf)];
    const answer = await select({ message, options });
    if (isCancel(answer)) return quit();
    return answer === "" ? undefined : answer;
  },
};

/** Where nobody can be asked, what is missing is a fault of the command line. */
export const nobody: Answerer = {
  write: (question) => refused(question),
  choose: (question) => refused(question),
  pick: (question) => refused(question),
};

function refused(question: string): Promise<never> {
  const message = question === "Headline" ? "Give the headline." : "Give at least one --category.";
  return Promise.reject(new UsageFault(message));
}

function optionOf(name: string) {
  return { value: name, label: name };
}

function quit(): never {
  process.stderr.write("Nothing was written.\n");
  process.exit(exitCodes.commandLineAtFault);
}
