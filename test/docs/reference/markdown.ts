import { format } from "prettier";
import { AS_OF, isOutcome, REVIEWED, type Shown } from "../worked";
import { Docstrings } from "./docstrings";
import { readExamples, type Example } from "./examples";
import { count } from "./options";
import {
  conditionSections,
  documentSections,
  measureSections,
  otherSections,
  stageSections,
  type OptionTable,
  type Section,
} from "./sections";

export interface Chapter {
  readonly title: string;
  readonly prose: string;
  readonly sections: readonly Section[];
}

/** All of the reference but its introduction. */
export async function chapters(): Promise<Chapter[]> {
  return [
    { title: "A preset", prose: smallParts(), sections: documentSections() },
    { title: "Measures", prose: MEASURES, sections: await measureSections() },
    { title: "Conditions", prose: CONDITIONS, sections: await conditionSections() },
    { title: "Stages", prose: STAGES, sections: stageSections() },
    {
      title: "Beside the run",
      prose: "What is made of a run, and what a preset carries along.",
      sections: otherSections(),
    },
  ];
}

const INTRODUCTION = `
# Reference of presets

A preset is a document of JSON that says how accounts are sorted into segments and tiers. This page names every part of
it: its keys, what may stand there, what it means, what is missing or refused, and an example. How the parts work together,
without JSON, is told in [How Account Tiering decides](how-it-decides.md).

This page is generated from the engine's schemas and comments (\`npm run reference\`), and its examples are run by the
tests.

An example has a part of a preset, a table, and in the columns with an arrow what comes out. The rest of the preset is
always the same: \`"format": 1\`, an id, a name, one tier for all, and one field for each column of the table, with its
header as id; in brackets stands its type where it is no text. What comes out of a measure is headed by its id, what comes
out of a flag by its label (${marked("yes")} or ${marked("no")}). A value that is missing says so. Runs are as of ${AS_OF}. A column "Tier last time" is
what the review of ${REVIEWED} found. Under a table stands what the run reports.
`.trim();

const MEASURES = `
What a preset computes of each account. A measure has an \`id\`, by which conditions and other measures ask for it, and a
\`type\`, which is the name of its section here. Fields are measures of their own id. No id may stand twice among fields
and measures, nor be \`segment\` or \`tier\`. What a measure lacks because no column holds it is missing, and reported.
`.trim();

const CONDITIONS = `
What is asked of an account: in rungs, gates, bumps and flags, in the population of a \`top\`, and in some measures. One key
says which condition it is. All but \`all\`, \`any\` and \`not\` have a \`measure\` beside it: the id of the field or measure
that is looked at. A condition holds or does not; there is no third answer.
`.trim();

const STAGES = `
What a run does, in its order; measures are worked out between the roll-up and the gates. Each stage only moves those
that it says it moves.
`.trim();

function smallParts(): string {
  const docs = new Docstrings("engine/preset/parts.ts");
  const text = (name: string) => docs.of(name) ?? "";
  return [
    "Some things stand in many places:",
    "",
    `- *id*: ${text("id")}`,
    `- *id of a field or measure*: ${text("measureId")}`,
    `- *label*: ${text("label")}`,
    `- *text*: ${text("note")}`,
    `- *number*: Between ${count(-1e15)} and ${count(1e15)}, where nothing narrower is said.`,
  ].join("\n");
}

function marked(text: string): string {
  return `*${text}*`;
}

/** The whole page. */
export async function reference(): Promise<string> {
  const all = await chapters();
  const examples = readExamples();
  const parts = [INTRODUCTION, contents(all)];
  for (const { title, prose, sections } of all) {
    parts.push(`## ${title}`, prose);
    for (const section of sections) parts.push(await sectionText(section, examples.get(section.examples) ?? []));
  }
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function contents(all: readonly Chapter[]): string {
  return all
    .map(({ title, sections }) => {
      const links = sections.map((section) => `[${section.title}](#${anchor(section.title)})`);
      return `- [${title}](#${anchor(title)}): ${links.join(" · ")}`;
    })
    .join("\n");
}

/** As GitHub makes it of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

async function sectionText({ title, prose, tables }: Section, examples: readonly Example[]): Promise<string> {
  const shown = await Promise.all(examples.map(exampleText));
  return [`### ${title}`, prose, ...tables.map(optionTable), ...shown].filter((part) => part !== "").join("\n\n");
}

function optionTable({ caption, rows }: OptionTable): string {
  if (rows.length === 0) return "";
  const lines = rows.map(({ path, type, unless, means }) => [
    `\`${path.join(".")}\``,
    type,
    unless,
    means.replaceAll("\n", " "),
  ]);
  const table = markdownTable([["Key", "Type", "Unless given", "Meaning"], ...lines]);
  return caption === undefined ? table : `${caption}\n\n${table}`;
}

function markdownTable([headers = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(headers), line(headers.map(() => "---")), ...rows.map(line)].join("\n");
}

async function exampleText(example: Example): Promise<string> {
  const { says, preset, overrides, history, options, asOf, table, frozen, refused = [], reported = [] } = example;
  const parts = [`**Example.** ${says}`];
  if (Object.keys(preset).length > 0) parts.push(await jsonBlock(preset));
  if (overrides) parts.push("With the overrides", await jsonBlock(overrides));
  if (history) parts.push("After the reviews", await jsonBlock(history));
  if (options) parts.push(`Read with ${jsonInline(options)}.`);
  if (asOf !== undefined) parts.push(`As of ${asOf}.`);
  if (table) parts.push(exampleTable(table, example.types ?? {}));
  if (frozen) parts.push("The frozen tiers ask for", await jsonBlock(frozen));
  if (reported.length > 0) parts.push(`Reported: ${reported.map((code) => `\`${code}\``).join(", ")}.`);
  if (refused.length > 0) {
    const lines = refused.map(
      ({ preset: part, code, at }) => `- ${jsonInline(part)}: \`${code}\`${at === "" ? "" : ` at \`${at}\``}`,
    );
    parts.push("Refused:", lines.join("\n"));
  }
  return parts.join("\n\n");
}

function exampleTable(
  [headers = [], ...rows]: NonNullable<Example["table"]>,
  types: NonNullable<Example["types"]>,
): string {
  const names = headers.map(String);
  const head = names.map((name) => (types[name] === undefined || isOutcome(name) ? name : `${name} (${types[name]})`));
  return markdownTable([
    head,
    ...rows.map((row) => row.map((cell, column) => cellText(cell, types[names[column] ?? ""]))),
  ]);
}

/** Texts stand as they are, in quotes where they would pass for something else. */
function cellText(cell: Shown, type: string | undefined): string {
  if (cell === null) return "missing";
  if (typeof cell === "number") return count(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const isMistakable = type !== "date" && /^[\s\d$€(.,%-]*\d[\s\d$€).,%-]*$|^\s|\s$/.test(cell);
  return isMistakable ? `"${cell}"` : cell;
}

async function jsonBlock(json: unknown): Promise<string> {
  const text = await format(JSON.stringify(json), { parser: "json", printWidth: 120 });
  return `\`\`\`json\n${text.trim()}\n\`\`\``;
}

/** On one line. */
function jsonInline(json: unknown): string {
  return `\`${JSON.stringify(json, null, 1).replace(/\s*\n\s*/g, " ")}\``;
}
