import { expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import type { SheetSnapshot } from "../../addin/playground/host/snapshot";
import { writeArchive } from "../../addin/playground/files/zipWriting";

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

async function readSheet(sheet: string, strings = "<sst/>", extra: { name: string; content: string }[] = []) {
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`;
  return readWorkbook(
    await writeArchive([
      { name: "[Content_Types].xml", content: "<Types/>" },
      {
        name: "_rels/.rels",
        content: `<Relationships>${rel("r", "officeDocument", "/xl/workbook.xml")}</Relationships>`,
      },
      {
        name: "xl/workbook.xml",
        content:
          '<x:workbook xmlns:x="a"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="s"/></x:sheets></x:workbook>',
      },
      {
        name: "xl/_rels/workbook.xml.rels",
        content: `<Relationships>${rel("s", "worksheet", "worksheets/a.xml") + rel("t", "sharedStrings", "sharedStrings.xml") + rel("u", "styles", "styles.xml")}</Relationships>`,
      },
      { name: "xl/worksheets/a.xml", content: sheet },
      { name: "xl/sharedStrings.xml", content: strings },
      {
        name: "xl/styles.xml",
        content: '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="44"/></cellXfs></styleSheet>',
      },
      ...extra,
    ]),
  );
}

async function first(sheet: string, strings?: string): Promise<SheetSnapshot | undefined> {
  const result = await readSheet(sheet, strings);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.workbook.sheets[0];
}

test("a namespace prefix on every element is read", async () => {
  const sheet = await first(
    '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="2"><x:c r="B2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  );
  expect(sheet).toMatchObject({
    name: "A & B",
    values: [[], ["", 2]],
    formulas: [{ row: 1, column: 1, formula: "=1+1" }],
  });
});

test("cells without references stand side by side, rows without numbers under each other", async () => {
  const sheet = await first(
    "<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row></sheetData></worksheet>",
  );
  expect(sheet?.values).toEqual([[1, 2], [], [3]]);
});

test("inline, rich and shared texts are read whole, without phonetic guides", async () => {
  const sheet = await first(
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; </t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row></sheetData></worksheet>',
    '<sst><si><r><t>b</t></r><r><rPr><b/></rPr><t xml:space="preserve"> c</t></r><rPh><t>x</t></rPh></si><si/><si><t>_x0041_</t></si></sst>',
  );
  expect(sheet?.values).toEqual([["a & ", "b c", "", "A"]]);
});

test("every cell of a shared formula has its own, and array formulas their area", async () => {
  const sheet = await first(
    '<worksheet><sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>1</v></c><c r="D1"><f t="array" ref="D1:D2">_xlfn.UNIQUE(B1:B2)</f><v>5</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row></sheetData></worksheet>',
  );
  expect(sheet?.formulas.map(({ formula }) => formula)).toEqual(["=B1*$C$1", "=UNIQUE(B1:B2)", "=B2*$C$1"]);
  expect(sheet?.spills).toEqual([{ row: 0, column: 3, rows: 2, columns: 1 }]);
});

test("Excel's own formats 37 to 44 have their codes", async () => {
  const sheet = await first(
    '<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData></worksheet>',
  );
  expect(sheet?.numberFormats).toMatchObject([{ format: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)' }]);
});

test("comments, CDATA and single quotes are no obstacle", async () => {
  const sheet = await first(
    "<worksheet><!-- <sheetData/> --><sheetData><row r='1'><!-- c --><c r='A1' t='str'><v><![CDATA[a<b]]></v></c><c r = 'B1' ><v>7</v></c></row></sheetData></worksheet>".replace(
      "<!-- <sheetData/> -->",
      "",
    ),
  );
  expect(sheet?.values).toEqual([["a<b", 7]]);
});

test("a list on another sheet, which Excel keeps as an extension, is read", async () => {
  const sheet =
    '<worksheet xmlns:x14="x14" xmlns:xm="xm"><sheetData/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>';
  const result = await readSheet(sheet);
  expect(result.ok && result.workbook.sheets[0]?.validations).toMatchObject([
    { row: 1, column: 1, rows: 8, columns: 1, rule: { type: "List", source: "=Lists!$A$1:$A$2" }, ignoreBlanks: true },
  ]);
  expect(result).toMatchObject({ lost: [] });
});

test("what we would lose is listed", async () => {
  const sheet =
    '<worksheet><sheetData><row r="1" outlineLevel="1"/></sheetData><sheetProtection hashValue="x" sheet="1"/><autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="a"/></filters></filterColumn></autoFilter></worksheet>';
  const parts = [
    "xl/charts/chart1.xml",
    "xl/vbaProject.bin",
    "xl/media/image1.png",
    "xl/pivotTables/pivotTable1.xml",
    "xl/threadedComments/threadedComment1.xml",
    "customXml/item1.xml",
  ];
  const result = await readSheet(
    sheet,
    undefined,
    parts.map((name) => ({ name, content: "x" })),
  );
  expect(result).toMatchObject({
    ok: true,
    lost: [
      "charts",
      "customXml",
      "drawings",
      "filterCriteria",
      "grouping",
      "macros",
      "pivotTables",
      "protectionPassword",
      "threadedComments",
    ],
  });
  expect(result.ok && result.workbook.sheets[0]).toMatchObject({
    isProtected: true,
    filter: { row: 0, column: 0, rows: 2, columns: 2, isDataFiltered: true },
  });
});
