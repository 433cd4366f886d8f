/** What Hugo is told of a site beside its texts. */

import { frontMatterParts } from "../values/front-matter-parts.ts";
import { isValues, listOf, textAt, type Values } from "../values/values.ts";
import { type Configuration, configuration, merged } from "./configuration.ts";
import { type ForeignFolder, folderOf } from "./foreign-folder.ts";

const endings = ["toml", "yaml", "yml", "json"];
export const configFiles = ["config", "hugo"].flatMap((name) => endings.map((ending) => `${name}.${ending}`));
/** `languages.ko.toml` says what `languages` has below `ko`: https://gohugo.io/configuration/introduction/#configuration-directory */
const partFile = /^config\/_default\/([a-z]+)(?:\.([A-Za-z-]+))?\.(?:toml|ya?ml|json)$/i;

/** Keys of configuration in lower case: Hugo does not tell cases apart. */
export function hugoConfiguration(folder: ForeignFolder): Configuration {
  const { values, faults } = configuration(folder, configFiles);
  const parts = folder.files
    .filter((file) => partFile.test(file))
    .map((file) => ({ file, ...configuration(folder, [file]) }));
  const split = parts.map(({ file, values: part }): Values => {
    const [, name = "", language] = partFile.exec(file) ?? [];
    if (/^(?:hugo|config)$/i.test(name)) return part;
    return { [name]: language === undefined ? part : { [language]: part } };
  });
  const lower = (part: Values): Values =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key.toLowerCase(), isValues(value) ? lower(value) : value]),
    );
  return {
    values: [values, ...split].map(lower).reduce((under, over) => merged(under, over), {}),
    faults: [...faults, ...parts.flatMap((part) => part.faults)],
  };
}

export function languagesOf(config: Values): ReadonlyMap<string, { readonly folder: string | undefined }> {
  const languages = config["languages"];
  if (!isValues(languages)) return new Map();
  return new Map(
    Object.entries(languages).flatMap(([name, value]) =>
      isValues(value) ? [[name, { folder: textAt(value, "contentdir")?.replace(/\/$/, "") }] as const] : [],
    ),
  );
}

/** Values of a section for all below it, by its folder: https://gohugo.io/content-management/front-matter/#cascade-1 */
export function cascadesOf(folder: ForeignFolder, config: Values): ReadonlyMap<string, Values> {
  const cascades = new Map([["", valuesOfCascade(config["cascade"])]]);
  for (const file of folder.files.filter((one) => /(?:^|\/)_index\.(?:md|html|[a-z-]+\.md)$/.test(one))) {
    const text = folder.textOf(file);
    const parts = typeof text === "string" ? frontMatterParts(file, text) : undefined;
    if (parts === undefined || !("values" in parts)) continue;
    const dir = folderOf(file);
    cascades.set(dir, merged(cascades.get(dir) ?? {}, valuesOfCascade(parts.values?.["cascade"])));
  }
  return cascades;
}

/** The folders around a file, the outermost first, which has no name. */
export function ancestorsOf(file: string): string[] {
  const names = folderOf(file).split("/");
  return ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
}

/** Without those that name a target: which pages they mean is for Hugo to tell. */
function valuesOfCascade(cascade: Values[string] | undefined): Values {
  return listOf(cascade)
    .filter(isValues)
    .filter((values) => values["_target"] === undefined && values["target"] === undefined)
    .map((values) => {
      const params = values["params"];
      return isValues(params) ? merged(values, params) : values;
    })
    .reduce((under, over) => merged(under, over), {});
}
