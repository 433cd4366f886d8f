/** WordPress: exports in its own format, WXR 1.0 to 1.2. */
import type { ForeignFormat } from "../../foreign/foreign-format.ts";
import { wxrEntries } from "./entries.ts";
import { knowledgeBeside } from "./wxr/knowledge.ts";

export const wordPress: ForeignFormat = {
  name: "wordpress",
  title: "an export of WordPress",
  shape: "the XML file of Tools, Export; several that belong together are given together",
  isWhole: true,
  recognizes: ({ isFolder, head }) =>
    !isFolder && /xmlns:wp=["']https?:\/\/wordpress\.org\/export\//.test(head),
  read: async function* (source, options) {
    yield* wxrEntries(source, await knowledgeBeside(source, options.together), options);
  },
};
