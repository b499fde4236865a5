import { expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { openArchive } from "../../addin/playground/files/zipReading";
import { writeArchive } from "../../addin/playground/files/zipWriting";
import type { ConditionalFormatSnapshot } from "../../addin/playground/host/snapshot";
import { roundTrip, sheet, workbook } from "./snapshots";

const area = { row: 1, column: 0, rows: 9, columns: 1 };

function format(rule: ConditionalFormatSnapshot["rule"], id = "cf-1-1"): ConditionalFormatSnapshot {
  return { id, areas: [area], stopIfTrue: false, rule };
}

const tier = (label: string, fill: string) =>
  ({ type: "CellValue", operator: "EqualTo", formula1: `="${label}"`, fill, color: "#FFFFFF", bold: true }) as const;

test("the fill of a rule is written as an explicit solid pattern with its colour", async () => {
  const archive = openArchive(
    await writeWorkbook(workbook(sheet({ conditionalFormats: [format(tier("Tier 1", "#00513B"))] }))),
  );
  expect(await archive.text("xl/styles.xml")).toContain(
    '<patternFill patternType="solid"><fgColor rgb="FF00513B"/><bgColor rgb="FF00513B"/></patternFill>',
  );
  expect(await archive.text("xl/worksheets/sheet1.xml")).toContain('<formula>"Tier 1"</formula>');
});

test("a fill without a pattern, as Excel and LibreOffice write it, is read as a fill", async () => {
  const snapshot = workbook(sheet({ conditionalFormats: [format(tier("Tier 1", "#00513B"))] }));
  const bytes = await rewritten(await writeWorkbook(snapshot), "xl/styles.xml", (xml) =>
    xml.replace(/<patternFill patternType="solid"><fgColor rgb="FF00513B"\/>/, "<patternFill>"),
  );
  expect(await readWorkbook(bytes)).toMatchObject({ ok: true, workbook: snapshot });
});

test.each([
  [
    "equalTo with quotes and signs",
    { type: "CellValue", operator: "EqualTo", formula1: '="A ""1"" <&>"', fill: "#FFFFFF" },
  ],
  ["between", { type: "CellValue", operator: "NotBetween", formula1: "=1", formula2: "=$B$1", bold: true }],
  ["a data bar", { type: "DataBar", color: "#5B9BD5" }],
  ["icons", { type: "IconSet", style: "ThreeArrows" }],
  [
    "another kind",
    {
      type: "Other",
      source: { cfRule: '<cfRule type="timePeriod" timePeriod="lastMonth"><formula>TRUE</formula></cfRule>' },
    },
  ],
] as const)("%s is kept", async (_, rule) => {
  const snapshot = workbook(sheet({ conditionalFormats: [format(rule)] }));
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("kinds that the library drops or trims are carried through with their format", async () => {
  const rules = [
    '<cfRule type="timePeriod" dxfId="0" priority="3" timePeriod="lastMonth"><formula>A1&lt;2</formula></cfRule>',
    '<cfRule type="top10" dxfId="0" priority="1" percent="1" bottom="1" rank="7"/>',
    '<cfRule type="aboveAverage" dxfId="0" priority="2" stopIfTrue="1" stdDev="2"/>',
  ];
  const base = await writeWorkbook(workbook(sheet({ conditionalFormats: [format(tier("x", "#112233"))] })));
  const bytes = await rewritten(base, "xl/worksheets/sheet1.xml", (xml) =>
    xml.replace(/<cfRule[\s\S]*<\/cfRule>/, rules.join("")),
  );
  const first = await readWorkbook(bytes);
  if (!first.ok) throw new Error(first.code);
  const read = first.workbook.sheets[0]?.conditionalFormats ?? [];
  expect(read.map(({ stopIfTrue }) => stopIfTrue)).toEqual([false, true, false]);
  expect(read.map(({ rule }) => rule.type === "Other" && rule.source)).toMatchObject([
    { cfRule: '<cfRule type="top10" percent="1" bottom="1" rank="7"/>', dxf: expect.stringContaining("FF112233") },
    { cfRule: '<cfRule type="aboveAverage" stdDev="2"/>' },
    { cfRule: '<cfRule type="timePeriod" timePeriod="lastMonth"><formula>A1&lt;2</formula></cfRule>' },
  ]);
  expect(await roundTrip(first.workbook)).toEqual(first.workbook);
});

test("equal rules in two places keep each its id when their order changes", async () => {
  const there = { ...format(tier("Tier 1", "#00513B"), "there"), areas: [{ ...area, column: 5 }] };
  const snapshot = workbook(sheet({ conditionalFormats: [format(tier("Tier 1", "#00513B"), "here"), there] }));
  const bytes = await rewritten(await writeWorkbook(snapshot), "xl/worksheets/sheet1.xml", (xml) =>
    xml.replace(/priority="(\d)"/g, (_, n: string) => `priority="${3 - Number(n)}"`),
  );
  const result = await readWorkbook(bytes);
  expect(result.ok && result.workbook.sheets[0]?.conditionalFormats.map(({ id }) => id)).toEqual(["there", "here"]);
});

test("a rule without its body, as LibreOffice sometimes writes it, is carried through", async () => {
  const base = await writeWorkbook(
    workbook(sheet({ conditionalFormats: [format({ type: "DataBar", color: "#112233" })] })),
  );
  const bytes = await rewritten(base, "xl/worksheets/sheet1.xml", (xml) =>
    xml.replace(
      /<cfRule[\s\S]*<\/cfRule>/,
      '<cfRule type="iconSet" priority="1"/><cfRule type="containsText" operator="containsText" text="a" priority="2"><formula>1</formula></cfRule>',
    ),
  );
  const result = await readWorkbook(bytes);
  expect(result.ok && result.workbook.sheets[0]?.conditionalFormats.map(({ rule }) => rule)).toEqual([
    { type: "Other", source: { cfRule: '<cfRule type="iconSet"/>' } },
    {
      type: "Other",
      source: { cfRule: '<cfRule type="containsText" operator="containsText" text="a"><formula>1</formula></cfRule>' },
    },
  ]);
});

test("rules keep their ids and order, those of other kinds among them", async () => {
  const other = {
    cfRule: '<cfRule type="containsErrors"><formula>ISERROR(A2)</formula></cfRule>',
    dxf: "<dxf><font><b/></font></dxf>",
  };
  const snapshot = workbook(
    sheet({
      conditionalFormats: [
        format(tier("Tier 1", "#00513B"), "one"),
        format({ type: "Other", source: other }, "two"),
        format(tier("Tier 1", "#00513B"), "three"),
        format({ type: "DataBar", color: "#123456" }, "four"),
      ],
    }),
  );
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("a rule that moved in another program keeps its id, a new one gets an id that is free", async () => {
  const snapshot = workbook(sheet({ conditionalFormats: [format(tier("Tier 1", "#00513B"), "cf-1-2")] }));
  const bytes = await rewritten(await writeWorkbook(snapshot), "xl/worksheets/sheet1.xml", (xml) =>
    xml
      .replace('sqref="A2:A10"', 'sqref="A5:A13"')
      .replace(
        "<pageMargins",
        '<conditionalFormatting sqref="B1"><cfRule type="uniqueValues" priority="2"/></conditionalFormatting><pageMargins',
      ),
  );
  const result = await readWorkbook(bytes);
  expect(result.ok && result.workbook.sheets[0]?.conditionalFormats.map(({ id }) => id)).toEqual([
    "cf-1-2",
    "cf-1-2-2",
  ]);
});

async function rewritten(bytes: Uint8Array, part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const archive = openArchive(bytes);
  const parts = [];
  for (const name of archive.names) {
    const xml = await archive.text(name);
    parts.push({ name, content: name === part ? change(xml) : xml });
  }
  return writeArchive(parts);
}
