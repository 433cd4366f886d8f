import { describe, expect, test } from "vitest";
import { fileKind } from "../../../../src/newsroom/import/pictures/file-kind.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("a file is known by its first bytes", () => {
  test.for([
    ["\xff\xd8\xff\xe0\0\x10JFIF", "jpg"],
    ["\x89PNG\r\n\x1a\n\0\0", "png"],
    ["GIF89a", "gif"],
    ["RIFF\x10\0\0\0WEBPVP8 ", "webp"],
    ["\0\0\0\x1cftypavif\0\0\0\0mif1avif", "avif"],
    ["\0\0\0\x1cftypmif1\0\0\0\0mif1avif", "avif"],
  ])("%j is a picture: %s", ([text = "", picture]) => {
    expect(fileKind(bytes(text))).toEqual({ picture });
  });

  test.for([
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC, which most browsers cannot show"],
    ["\0\0\0\x18ftypisom\0\0\0\0isom", "a film or a sound"],
    ["II*\0\x08", "TIFF, which browsers cannot show"],
    ["BM\x10", "BMP, which is not published"],
    ['<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns=', "SVG, which can carry scripts"],
    ["\xef\xbb\xbf <svg>", "SVG, which can carry scripts"],
    ["<!DOCTYPE html><title>404</title>", "a page of HTML"],
    ["%PDF-1.7", "a PDF"],
    ["PK\x03\x04", "a ZIP file"],
  ])("%j is %s", ([text = "", other]) => {
    expect(fileKind(bytes(text))).toEqual({ other });
  });

  test.for(["", "\xff\xd8", "JFIF", "not found", "RIFF\x10\0\0\0WAVE", "<", "\0\0\xff\xffftyp"])(
    "%j is none of them",
    (text) => {
      expect(fileKind(bytes(text)) ?? {}).not.toHaveProperty("picture");
    },
  );
});
