/**
 * Where the reader is in the results, kept with the entry of the browser's history: whoever comes back from an article
 * goes on reading there. Browsers that kept the whole page need none of it; those that did not would look for the
 * place before the results are there.
 */
import { resultsAtOnce } from "../../opened/search-state.ts";

export type Place = {
  /** How many results stood on the page. */
  readonly results: number;
  /** How far down, in pixels. */
  readonly top: number;
};

/** Browsers allow a hundred changes of the history in half a minute. */
const pauseMs = 400;

/** Keeps the place from now on. @param results how many stand on the page */
export function keepPlace(results: () => number): void {
  history.scrollRestoration = "manual";
  let pause: number | undefined;
  const keep = () => {
    window.clearTimeout(pause);
    // Before the first of them came, as many as a search shows at first.
    const place: Place = { results: Math.max(results(), resultsAtOnce), top: window.scrollY };
    history.replaceState({ place }, "");
  };
  window.addEventListener("scroll", () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(keep, pauseMs);
  });
  // Before another page is opened.
  document.addEventListener("click", keep, { capture: true });
  window.addEventListener("popstate", () => window.clearTimeout(pause));
}

/** The place kept with the present entry of the history: the beginning where there is none. */
export function keptPlace(): Place {
  const place: unknown = Reflect.get(Object(history.state), "place");
  return isPlace(place) ? place : { results: resultsAtOnce, top: 0 };
}

/** Goes there. */
export function showPlace({ top }: Place): void {
  window.scrollTo({ top, behavior: "instant" });
}

function isPlace(value: unknown): value is Place {
  const { results, top } = Object(value);
  return typeof results === "number" && typeof top === "number";
}
