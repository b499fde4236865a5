import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cellOf, isOutcome, workedOut, type Shown, type Worked } from "./worked";

const PAGE = new URL("../../docs/how-it-decides.md", import.meta.url);
const FOLDER = new URL("../../docs/how-it-decides/", import.meta.url);

/** What the page leaves out: the rules of a table and what its columns stand for. */
interface Rules extends Omit<Worked, "table"> {
  /** Codes of what the run reports. */
  readonly reported: readonly string[];
}

/** The tables of the page, each the first one below a link to its rules. */
function tablesOfPage(): { name: string; table: Worked["table"] }[] {
  const lines = readFileSync(PAGE, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    const name = /\(how-it-decides\/([\w-]+)\.json\)/.exec(line)?.[1];
    if (name === undefined) return [];
    const below = lines.slice(at + 1);
    const start = below.findIndex((each) => each.startsWith("|"));
    const rows = below.slice(start, start + below.slice(start).findIndex((each) => !each.startsWith("|")));
    const [headers = [], , ...cells] = rows.map(cellsOf);
    const isOut = headers.map(isOutcome);
    return [
      { name, table: [headers, ...cells.map((row) => row.map((text, i): Shown => (isOut[i] ? text : cellOf(text))))] },
    ];
  });
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const tables = tablesOfPage();

test.each(tables)("ten rows of $name", ({ name, table }) => {
  const rules = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")) as Rules;
  expect(table).toHaveLength(1 + 10);
  const { differences, reported } = workedOut({ ...rules, table });
  expect(differences).toEqual([]);
  expect(reported.sort()).toEqual([...rules.reported].sort());
});

test("no rules without a table", () => {
  expect(tables.map(({ name }) => `${name}.json`).sort()).toEqual(readdirSync(FOLDER).sort());
});

test("links within the page lead somewhere", () => {
  const text = readFileSync(PAGE, "utf8");
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.filter((link) => link === undefined || !anchors.includes(link))).toEqual([]);
});
