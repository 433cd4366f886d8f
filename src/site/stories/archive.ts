/** The archive: articles by the months and years of their dates, and where their listings are. */
export const archiveAddress = "/archive/";

export function yearAddress(year: string): string {
  return `${archiveAddress}${year}/`;
}

export function monthAddress(year: string, month: string): string {
  return `${yearAddress(year)}${month}/`;
}
