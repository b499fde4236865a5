import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import HtmlPlugin from "html-webpack-plugin";
import ts from "typescript";
import configure from "../../webpack.config.js";
import type { Site } from "./parsed";

/** What was built: the files of a folder, such as `dist`. */
export function builtSite(folder: string): Site {
  return (path) => (path !== "" && existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
}

/** What would be built: webpack's pages, by its own configuration, and the help and the pictures, copied as they are. */
export function plannedSite(): Site {
  const plugins = configure().plugins ?? [];
  const pages = plugins.flatMap((plugin) => (plugin instanceof HtmlPlugin ? [plugin.userOptions.filename] : []));
  const pictures = readdirSync("addin/assets").filter((name) => name.endsWith(".png"));
  return (path) => {
    if (path === "help.html" || pages.includes(path)) return new Uint8Array();
    const picture = pictures.find((name) => path === `assets/${name}`);
    return picture === undefined ? undefined : readFileSync(join("addin/assets", picture));
  };
}

/** The names that the add-in's own code ties to functions; the playground's stand-ins are not that code. */
export function commandsInCode(): Set<string> {
  const files = readdirSync("addin", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("playground/"));
  return new Set(files.flatMap((path) => associated(readFileSync(join("addin", path), "utf8"))));
}

/** The literal first arguments of calls of `associate` and of `onRibbonCommand`. */
export function associated(code: string): string[] {
  if (!code.includes("associate") && !code.includes("onRibbonCommand")) return [];
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [name] = node.arguments;
      const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const ties = ts.isIdentifier(called) && ["associate", "onRibbonCommand"].includes(called.text);
      if (ties && name !== undefined && ts.isStringLiteralLike(name)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("code.tsx", code, ts.ScriptTarget.Latest));
  return names;
}
