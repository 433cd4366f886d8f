/** sharp, the image library, loaded where it is needed: most commands see no picture. */
import type sharp from "sharp";

/** https://www.libvips.org/API/current/ (foreign): pictures come from strangers, and few decoders are needed. */
const decoders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}`);

let loading: Promise<typeof sharp> | undefined;

/** sharp with no decoders but those of the formats that articles may hold. */
export function loadSharp(): Promise<typeof sharp> {
  loading ??= import("sharp").then(({ default: library }) => {
    library.block({ operation: ["VipsForeignLoad"] });
    library.unblock({ operation: decoders });
    return library;
  });
  return loading;
}
