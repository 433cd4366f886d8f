/** What agencies' items hold, whatever they are written in. */
import type { Place } from "../../../../content/diagnostics/diagnostic.ts";
import type { ForeignBody, ForeignPicture } from "../../foreign/foreign-item.ts";

export type AgencyItem = {
  /** By which the agency knows it, the same in all its versions. */
  readonly id: string;
  readonly version: number;
  readonly place: Place;
  /** `text`, `picture`, …; absent where it is not said. */
  readonly type?: string | undefined;
  /** `usable`, `withheld`, `canceled`; absent where it is not said. */
  readonly status?: string | undefined;
  /** Whether the item says that it is not the whole of it. */
  readonly isPartial: boolean;
  readonly headline?: string | undefined;
  readonly description?: string | undefined;
  /** Of its first version. */
  readonly created?: string | undefined;
  readonly changed?: string | undefined;
  readonly embargoed?: string | undefined;
  readonly expires?: string | undefined;
  readonly dateline?: string | undefined;
  /** Where it was written. */
  readonly located?: string | undefined;
  /** Lines that name one or more writers. */
  readonly bylines: readonly string[];
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly language?: string | undefined;
  /** The desks or services of the agency that it belongs to. */
  readonly services: readonly string[];
  readonly subjects: readonly Subject[];
  /** Other words that it is found by. */
  readonly keywords: readonly string[];
  readonly pictures: readonly ForeignPicture[];
  readonly body?: ForeignBody | undefined;
  /** For editors and lawyers, by what it is: nothing that an article has a place for. */
  readonly remarks: ReadonlyMap<string, string>;
};

export type Subject = {
  readonly name: string;
  /** In the IPTC's codes, whose highest topics end in six zeros: https://cv.iptc.org/newscodes/mediatopic/ */
  readonly code?: string | undefined;
};
