/** Stories of an archive as they are known after its first reading. */
import { isMomentFault, readMoment } from "../../../../src/content/values/moment.ts";
import type { SurveyedStory } from "../../../../src/newsroom/import/foreign/foreign-survey.ts";

type Told = Partial<Omit<SurveyedStory, "date">> & {
  /** By clocks in Paris. */
  readonly date?: string;
};

/** Articles, where they are not said to be pages, in the order given: those with a date have a file. */
export function surveyed(...stories: readonly Told[]): SurveyedStory[] {
  return stories.map(({ date, ...told }, index) => {
    const moment = date === undefined ? undefined : readMoment(date, "Europe/Paris");
    if (moment !== undefined && isMomentFault(moment)) throw new Error(moment.message);
    const slug = told.slug ?? `story-${index + 1}`;
    return {
      kind: "article",
      id: `post ${index + 1}`,
      place: { file: "archive.xml", line: index + 1 },
      index,
      slug,
      date: moment,
      isDraft: false,
      file: date && `articles/${date.slice(0, 7).replace("-", "/")}/${slug}.md`,
      ...told,
    };
  });
}
