/** Asks a published site whether it has to be built again, and has it built. Nothing here may need a package. */
import { decisionOf, nextPublishFile, type PublishDecision } from "../../site/stories/next-publish.ts";

const answerWithinMs = 10_000;

/**
 * Whether a published site has to be built again, because a story has come due or expired since its last build.
 *
 * @param siteUrl where it is published
 * @param nowMs milliseconds since 1970
 */
export async function askWhetherDue(siteUrl: string, nowMs: number): Promise<PublishDecision> {
  const address = new URL(nextPublishFile, siteUrl.replace(/\/*$/, "/")).href;
  const decision = await readDecision(address, nowMs).catch((error: unknown): PublishDecision => {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "unknown", reason: `it is out of reach (${message})` };
  });
  return decision.kind === "unknown" ? { ...decision, reason: `${address}: ${decision.reason}` } : decision;
}

async function readDecision(address: string, nowMs: number): Promise<PublishDecision> {
  const response = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
  if (!response.ok) return { kind: "unknown", reason: `the answer is ${response.status}` };
  return decisionOf(await response.text(), nowMs);
}

/**
 * Starts a build where the published site has to be built again.
 *
 * @param buildHook the secret address that starts a build when something is posted to it
 * @throws where the hook refuses
 */
export async function publishWhenDue(
  siteUrl: string,
  buildHook: string,
  nowMs: number,
): Promise<PublishDecision> {
  const decision = await askWhetherDue(siteUrl, nowMs);
  if (decision.kind !== "due") return decision;
  const { ok, status } = await fetch(buildHook, {
    method: "POST",
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (!ok) throw new Error(`a story is due, but the build hook answers ${status}`);
  return decision;
}
