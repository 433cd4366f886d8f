/** Own pages as Eleventy knows them: `pages/about.md`, in any template language. */
import type { UserConfig } from "@11ty/eleventy";
import { decoded } from "../../content/values/address.ts";
import type { FoundPage, OwnFound, Work } from "../../publish/rendering/eleventy/job.ts";

type Data = Record<string, unknown>;

/** A template and its data, which Eleventy completes until it renders. */
type Template = { readonly file: string; readonly data: Data };

/**
 * Notes the templates of own pages, gives each page its view, and leaves drafts out where they are not wanted.
 *
 * @param isOwn whether a template, by its path, makes own pages
 * @returns what they make, when Eleventy knows where each of it is
 */
export function watchOwnPages(
  eleventy: UserConfig,
  isOwn: (inputPath: string) => boolean,
  work: () => Work | undefined,
): (urls: Readonly<Record<string, readonly (string | false)[]>>) => OwnFound {
  let templates = new Map<string, Template>();
  eleventy.on("eleventy.before", () => {
    templates = new Map();
  });
  // https://www.11ty.dev/docs/config-preprocessors/: the one place where each template is seen with its data before it is rendered.
  eleventy.addPreprocessor("dateline", "*", function (data) {
    if (!isOwn(this.inputPath)) return undefined;
    const file = this.inputPath.replace(/^\.\//, "");
    if (data["draft"] === true && work()?.drafts === false) return false;
    templates.set(this.inputPath, { file, data });
    // What else checks the data goes on doing so: https://www.11ty.dev/docs/data-validate/
    const checks = data["eleventyDataSchema"];
    data["eleventyDataSchema"] = async (page: Data) => {
      if (typeof checks === "function") await checks(page);
      const [found] = pagesOf({ file, data: page }, [urlOf(page)]);
      if (found !== undefined) Object.assign(page, work()?.dataOf({ ...found, title: found.title ?? "" }));
    };
    return undefined;
  });
  return (urls) => {
    const made = [...templates].map(([inputPath, template]) => [template, urls[inputPath] ?? []] as const);
    return {
      ownPages: made.flatMap(([template, at]) => pagesOf(template, at)),
      otherFiles: new Map(
        made.flatMap(([{ file }, at]) =>
          at.flatMap((url) => (url === false || isPage(url) ? [] : [[decoded(url).slice(1), file] as const])),
        ),
      ),
    };
  };
}

function isPage(url: string): boolean {
  return /(?:\/|\.html)$/.test(url);
}

/** The pages of a template that are HTML; it may make other files as well, or none. */
function pagesOf({ file, data }: Template, urls: readonly (string | false)[]): FoundPage[] {
  const { title, description, language } = data;
  return urls.flatMap((url) => {
    if (url === false || !isPage(url)) return [];
    const address = decoded(url);
    return {
      file,
      address,
      // Of pages of a pagination each has its own title, which is made later.
      title: textOr(title, "pagination" in data ? address : undefined),
      description: textOr(description, undefined),
      language: textOr(language, undefined),
      isDraft: data["draft"] === true,
    };
  });
}

function urlOf({ page }: Data): string | false {
  return typeof page === "object" && page !== null && "url" in page && typeof page.url === "string"
    ? page.url
    : false;
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : other;
}
