/** The peer of the benchmark: an Eleventy site as people usually write one, with stock collections and pagination. */
const pageSize = 20;
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

export default function (eleventy) {
  eleventy.addFilter("day", (date) => day.format(date));
  eleventy.addFilter("iso", (date) => date.toISOString());
  eleventy.addFilter("list", (value) => [value ?? []].flat());
  eleventy.addFilter("head", (list, count) => list.slice(0, count));
  eleventy.addFilter("summary", (html) => (/<p>(.*?)<\/p>/s.exec(html)?.[1] ?? "").replace(/<[^>]*>/g, ""));

  /** The articles of each listing by its path: pagination copies what it is given, so it is given no articles. */
  let filed = new Map();
  eleventy.addFilter("articlesOf", ({ path, number }) =>
    number === undefined
      ? filed.get(path).slice(0, pageSize)
      : filed.get(path).slice((number - 1) * pageSize, number * pageSize),
  );

  const listingsOf = (api) => {
    const articles = api.getFilteredByGlob("articles/**/*.md").reverse();
    const listings = new Map([["latest", { kind: "latest", name: "Latest", path: "latest" }]]);
    filed = new Map([["latest", articles]]);
    const file = (kind, name, path, article) => {
      listings.set(path, { kind, name, path });
      filed.set(path, filed.get(path) ?? []);
      filed.get(path).push(article);
    };
    const slug = eleventy.getFilter("slugify");
    for (const article of articles) {
      const { categories, tags, authors, source } = article.data;
      for (const name of categories) file("category", name, `category/${slug(name)}`, article);
      for (const name of tags) file("tag", name, `tag/${slug(name)}`, article);
      for (const name of authors) file("author", name, `author/${slug(name)}`, article);
      file("source", source, `source/${slug(source)}`, article);
      const month = article.date.toISOString().slice(0, 7);
      file("month", month, `archive/${month.replace("-", "/")}`, article);
    }
    return [...listings.values()].map((listing) => ({ ...listing, size: filed.get(listing.path).length }));
  };
  eleventy.addCollection("newest", (api) => api.getFilteredByGlob("articles/**/*.md").reverse());
  eleventy.addCollection("listings", listingsOf);
  eleventy.addCollection("feeds", (api) => listingsOf(api).filter(({ kind }) => kind !== "month"));
  eleventy.addCollection("listingPages", (api) =>
    listingsOf(api).flatMap((listing) => {
      const count = Math.ceil(listing.size / pageSize);
      return Array.from({ length: count }, (_, index) => ({ ...listing, number: index + 1, count }));
    }),
  );

  return { markdownTemplateEngine: false, dir: { includes: "_includes", output: "_site" } };
}
