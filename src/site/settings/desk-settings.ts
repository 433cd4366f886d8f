/** What site.yaml says of the desk: who keeps the repository that it writes to. */
import { z } from "zod";
import { line, webAddress } from "../../content/yaml/schema-parts.ts";

/** The git hosts, and where each has its interface. */
const gitHosts = { github: "https://api.github.com", gitlab: "https://gitlab.com" } as const;

export const deskSchema = z
  .strictObject({
    backend: z
      .enum(["github", "gitlab"] satisfies (keyof typeof gitHosts)[], { error: "must be github or gitlab" })
      .describe("Who keeps the repository."),
    repo: z
      .string()
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, { error: "must be the repository's owner and name: house/paper" })
      .describe("Owner and name of the repository: house/paper."),
    branch: line.default("main"),
    signIn: webAddress
      .optional()
      .describe("The service by which one signs in; without it, by an access token."),
  })
  .describe("Publishes the desk at /desk/, for those who may write to the repository.");

export type DeskSettings = z.infer<typeof deskSchema>;

/** The origins that a published desk asks beside its own. */
export function deskOrigins(desk: DeskSettings): string[] {
  return [gitHosts[desk.backend]];
}
