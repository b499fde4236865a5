import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import HtmlPlugin from "html-webpack-plugin";
import type { Configuration } from "webpack";
import webpack from "webpack";
import configure from "../../../webpack.config.js";

const HERE = import.meta.dirname;
const ROOT = resolve(HERE, "../../..");

/** Microsoft's client, unchanged, and the folder it is served from: it is never copied. */
export const CLIENT = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
export const CLIENT_FOLDER = { directory: dirname(CLIENT), publicPath: "/office" };

/** The playground: the page with the spreadsheet, and the pane's page with stand-ins where office.js is. */
export function playgroundBundle(): Configuration {
  const base = configure({}, { mode: "development" });
  return {
    ...base,
    ...places("playground"),
    devtool: "cheap-module-source-map", // the grid's sources are megabytes
    module: { rules: [...(base.module?.rules ?? []), { test: /\.css$/, type: "asset/source" }] },
    entry: { ...entriesOf(base), page: resolve(HERE, "page.tsx"), officeInPane: resolve(HERE, "officeInPane.ts") },
    plugins: [
      ...(base.plugins ?? []).filter((plugin) => !(plugin instanceof HtmlPlugin)),
      new HtmlPlugin({ template: resolve(HERE, "page.html"), filename: "index.html", chunks: ["page"] }),
      new HtmlPlugin({
        template: resolve(ROOT, "addin/taskpane/taskpane.html"),
        filename: "taskpane.html",
        templateParameters: { office: `${CLIENT_FOLDER.publicPath}/excel-web-16.00.js` },
        chunks: ["officeInPane", "taskpane"], // the client's own script runs before both
        chunksSortMode: "manual",
      }),
    ],
  };
}

/** Only what takes office.js's place, for the pane's page as it is deployed. */
export function standInBundle(to: string): Configuration {
  const base = configure({}, { mode: "development" });
  return {
    ...base,
    ...places("standIns"),
    entry: { officeInPane: resolve(HERE, "officeInPane.ts") },
    output: { path: to, filename: "[name].js", chunkFilename: "standIns/[name].js", publicPath: "/" },
    plugins: [],
  };
}

/** The deployed bundle in another folder. */
export function productionBundle(to: string): Configuration {
  const base = configure({}, { mode: "production" });
  return { ...base, ...places("production"), output: { ...base.output, path: to } };
}

/** Resolves when a bundle has been written; throws webpack's own words. */
export function build(config: Configuration): Promise<void> {
  return new Promise((done, fail) => {
    webpack(config, (error, stats) => {
      if (error || stats?.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only")));
      else done();
    });
  });
}

/** A cache of its own for each bundle: bundles that share one throw each other's entries out. */
function places(name: string): Configuration {
  const cacheDirectory = resolve(ROOT, ".cache/webpack");
  return { context: ROOT, cache: { type: "filesystem", name, cacheDirectory } };
}

function entriesOf({ entry }: Configuration): Record<string, string> {
  return Object.fromEntries(Object.entries(entry ?? {}).map(([name, file]) => [name, resolve(ROOT, String(file))]));
}
