export default class {
  data() {
    return {
      pagination: { data: "collections.feeds", size: 1, alias: "listing" },
      eleventyExcludeFromCollections: true,
      permalink: ({ listing }) => `/${listing.path}/feed.json`,
    };
  }

  render({ listing }) {
    const items = this.articlesOf(listing).map((item) => ({
      id: `https://benchmark.example${item.url}`,
      url: `https://benchmark.example${item.url}`,
      title: item.data.title,
      content_html: item.content,
      date_published: item.date.toISOString(),
    }));
    return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: listing.name, items });
  }
}
