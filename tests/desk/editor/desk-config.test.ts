import { describe, expect, test } from "vitest";
import { deskConfig } from "../../../src/desk/editor/desk-config.ts";
import { siteOf } from "../../site-values.ts";

const config = deskConfig(siteOf("timezone: Asia/Seoul"), { name: "github", repo: "house/paper" });

describe("the editor of the desk", () => {
  test("has one folder of pictures for the site and its articles, and one of those that lie beside articles", () => {
    const folder = { media_folder: "articles/images", public_folder: "/articles/images" };
    expect(config).toMatchObject({
      ...folder,
      collections: [{ media_folder: "/articles/images", public_folder: folder.public_folder }],
      asset_collections: [{ media_folder: "articles", public_folder: "/articles" }],
    });
  });

  test("lists the newest article first, with its date and whether it is a draft", () => {
    expect(config).toMatchObject({
      collections: [
        {
          summary: "{{date}} {{draft | ternary('**Draft** ', '')}}{{title}}",
          sortable_fields: { default: { field: "date", direction: "Descending" } },
          view_filters: [
            { label: "Drafts", field: "draft", pattern: true },
            { label: "Scheduled", field: "date", gt: "{{now}}" },
          ],
        },
      ],
    });
  });
});
