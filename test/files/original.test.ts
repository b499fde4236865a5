import { describe, expect, test } from "vitest";
import { writeXlsx } from "hucre/xlsx";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { openArchive } from "../../addin/playground/files/zipReading";

/** A file with what a snapshot does not hold. */
const original = writeXlsx({
  properties: { title: "Accounts", creator: "Ada" },
  sheets: [
    {
      name: "Accounts",
      rows: [
        ["Account", "Revenue"],
        ["a", 1],
        ["b", 2],
      ],
      cells: new Map([
        [
          "0,0",
          {
            style: {
              font: { name: "Arial", size: 14, bold: true, italic: true },
              border: { bottom: { style: "thin" } },
              alignment: { wrapText: true },
            },
          },
        ],
        ["1,0", { value: "a", comment: { text: "a note", author: "Ada" } }],
        ["2,0", { value: "b", hyperlink: { target: "https://example.com/" } }],
        ["2,1", { value: 2, style: { border: { top: { style: "double" } }, numFmt: "0.00" } }],
        ["2,2", { style: { fill: { type: "pattern", pattern: "lightGrid", fgColor: { theme: 4 } } } }],
      ]),
      rowDefs: new Map([[0, { height: 40 }]]),
      freezePane: { rows: 1 },
      view: { zoomScale: 80, tabColor: { rgb: "FF0000" } },
      dataValidations: [{ type: "list", values: ["a", "b"], range: "A2:A9" }],
      pageSetup: { orientation: "landscape", printArea: "$A$1:$B$3" },
    },
  ],
});

async function written(withOriginal: boolean, change: (values: unknown[][]) => void = () => {}) {
  const read = await readWorkbook(await original);
  if (!read.ok) throw new Error(read.code);
  change(read.workbook.sheets[0]?.values ?? []);
  const archive = openArchive(await writeWorkbook(read.workbook, withOriginal ? await original : undefined));
  return {
    names: archive.names,
    sheet: await archive.text("xl/worksheets/sheet1.xml"),
    styles: await archive.text("xl/styles.xml"),
    workbook: await archive.text("xl/workbook.xml"),
    core: await archive.text("docProps/core.xml"),
  };
}

describe("with the original file", () => {
  test("formats, heights, panes, validation, links, notes, page setup and properties stay", async () => {
    const { sheet, styles, workbook, core, names } = await written(true, (values) => values.push(["c", 3, "Tier 1"]));
    expect(sheet).toMatch(/<row r="1" ht="40" customHeight="1">/);
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect(sheet).toContain('zoomScale="80"');
    expect(sheet).toContain('<tabColor rgb="FFFF0000"/>');
    expect(sheet).toMatch(/<dataValidation type="list" sqref="A2:A9"/);
    expect(sheet).toMatch(/<hyperlink ref="A3"/);
    expect(sheet).toContain('orientation="landscape"');
    expect(styles).toContain('<name val="Arial"/>');
    expect(styles).toMatch(/<top style="double"\/>/);
    expect(styles).toContain("wrapText");
    expect(styles).toContain('<patternFill patternType="lightGrid"><fgColor theme="4"/>');
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">Accounts!$A$1:$B$3</definedName>',
    );
    expect(core).toContain("<dc:title>Accounts</dc:title>");
    expect(names).toContain("xl/comments1.xml");
  });

  test("nothing says when it was written", async () => {
    expect((await written(true)).core).not.toContain("modified");
  });
});

test("without it they are gone, and the cells are the same", async () => {
  const { sheet, styles, names } = await written(false);
  expect(sheet).not.toMatch(/hyperlink|margins left="1"/);
  expect(styles).not.toContain("Arial");
  expect(names).not.toContain("xl/comments1.xml");
});
