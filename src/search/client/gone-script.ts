/** Whether this page's script is gone, because the site was published anew since the page was opened. */
export async function isScriptGone(): Promise<boolean> {
  try {
    const { status } = await fetch(import.meta.url, { method: "HEAD", cache: "no-store" });
    return status === 404 || status === 410;
  } catch {
    return false;
  }
}
