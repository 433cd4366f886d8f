/** Where the site begins, which may be below a path: the scripts lie in its `assets/`. */
const root = new URL("..", import.meta.url).pathname;

/** The address for a browser of an address within the site. */
export function onSite(address: string): string {
  return root + address.slice(1);
}
