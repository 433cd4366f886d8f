/** The pictures that come with an item of ninjs. */
import { z } from "zod";
import type { ForeignPicture } from "../../../foreign/foreign-item.ts";
import { plainTextOf } from "../../../foreign/reading/plain-text.ts";
import { descriptionOf, itemSchema, type NinjsItem, sourceOf, withSmallKeys } from "./ninjs-values.ts";

const pictureTypes: ReadonlySet<unknown> = new Set(["picture", "graphic"]);

/** Of version 1, associations stand under names of their own; of later ones in a list. */
export function picturesOf(item: NinjsItem): ForeignPicture[] {
  const associated = Object.values(z.object({}).loose().safeParse(item["associations"]).data ?? {});
  const list = Array.isArray(item["associations"]) ? item["associations"] : associated;
  return list.flatMap((value: unknown) => {
    const picture = itemSchema.safeParse(withSmallKeys(value)).data;
    const src = picture === undefined ? undefined : largestRendition(picture["renditions"]);
    if (picture === undefined || src === undefined || !pictureTypes.has(picture.type ?? "picture")) return [];
    return [
      {
        src,
        alt: plainTextOf(typeof picture["alt_text"] === "string" ? picture["alt_text"] : undefined),
        caption: descriptionOf(picture),
        credit: plainTextOf(picture.by ?? picture.byline) ?? sourceOf(picture),
      },
    ];
  });
}

const renditionSchema = z.looseObject({
  name: z.string().nullish(),
  title: z.string().nullish(),
  href: z.string(),
  width: z.number().nullish(),
});

/** The address of the largest, which nothing says is small or marked. */
function largestRendition(renditions: unknown): string | undefined {
  const list: readonly (readonly [string, unknown])[] = Object.entries(
    typeof renditions === "object" && renditions !== null ? renditions : {},
  );
  const read = list.flatMap(([key, value]) => {
    const rendition = renditionSchema.safeParse(value).data;
    const words = `${key} ${rendition?.name ?? ""} ${rendition?.title ?? ""} ${rendition?.href ?? ""}`;
    return rendition === undefined ? [] : [{ ...rendition, isSmall: /thumb|watermark|icon/i.test(words) }];
  });
  const [best] = [...read].sort(
    (a, b) => Number(a.isSmall) - Number(b.isSmall) || (b.width ?? 0) - (a.width ?? 0),
  );
  return best?.href;
}
