/** JSON that can stand inside a script element. */

/** JSON in which no text can close the element it stands in or open a comment (HTML standard, 4.12.1.3). */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
