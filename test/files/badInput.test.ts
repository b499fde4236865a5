import { expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { writeArchive } from "../../addin/playground/files/zipWriting";
import { sheet, workbook } from "./snapshots";

const encoder = new TextEncoder();
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const wide = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const good = () => writeWorkbook(workbook(sheet({ values: [["a", 1]] })));

test.each([
  ["nothing", new Uint8Array(), { code: "notAWorkbook" }],
  ["text", encoder.encode("Account,Revenue\na,1\n"), { code: "notAWorkbook" }],
  ["an old .xls", new Uint8Array([...OLE, ...wide("Workbook")]), { code: "oldFormat" }],
  ["a file with a password", new Uint8Array([...OLE, 0, 0, ...wide("EncryptedPackage")]), { code: "encrypted" }],
])("%s is refused", async (_, bytes, reason) => {
  expect(await readWorkbook(bytes)).toMatchObject({ ok: false, ...reason });
});

test.each([
  ["a zip archive of something else", [{ name: "a.txt", content: "a" }], { code: "notAWorkbook" }],
  [
    "an OpenDocument spreadsheet",
    [
      { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "content.xml", content: "<a/>" },
    ],
    { code: "otherFormat", params: { format: "ods" } },
  ],
  [
    "a binary workbook",
    [
      {
        name: "_rels/.rels",
        content:
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      },
      { name: "xl/workbook.bin", content: "a" },
    ],
    { code: "otherFormat", params: { format: "xlsb" } },
  ],
  [
    "a document of another kind",
    [
      {
        name: "_rels/.rels",
        content:
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      },
      { name: "word/document.xml", content: "<document/>" },
    ],
    { code: "notAWorkbook" },
  ],
])("%s is refused", async (_, parts, reason) => {
  expect(await readWorkbook(await writeArchive(parts))).toMatchObject({ ok: false, ...reason });
});

test("a file cut off anywhere is damaged", async () => {
  const bytes = await good();
  for (let size = 4; size < bytes.length; size += 97) {
    expect(await readWorkbook(bytes.slice(0, size))).toMatchObject({ ok: false, code: "damaged" });
  }
});

test("a file with any byte changed is read or refused, never thrown over", async () => {
  const bytes = await good();
  for (let at = 4; at < bytes.length; at += 61) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    expect(typeof (await readWorkbook(changed)).ok).toBe("boolean");
  }
});

test("a zip bomb is refused before it fills the memory", async () => {
  const [head, tail] = ["<worksheet><sheetData>", "</sheetData></worksheet>"];
  const spaces = " ".repeat(1 << 20);
  function* bomb() {
    yield head;
    for (let i = 0; i < 1100; i++) yield spaces;
    yield tail;
  }
  const bytes = await writeArchive([...container(), { name: "xl/worksheets/sheet1.xml", content: bomb() }]);
  expect(bytes.length).toBeLessThan(2_000_000);
  expect(await readWorkbook(bytes)).toMatchObject({ ok: false, code: "tooLarge", params: { what: "bytes" } });
});

test("two far corners are refused when they span too many cells", async () => {
  const rows = Array.from({ length: 1300 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
    "",
  );
  const content = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const bytes = await writeArchive([...container(), { name: "xl/worksheets/sheet1.xml", content }]);
  expect(await readWorkbook(bytes)).toMatchObject({ ok: false, code: "tooLarge", params: { what: "cells" } });
});

/** All of a workbook but its only sheet. */
function container() {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return [
    {
      name: "[Content_Types].xml",
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: "_rels/.rels",
      content: `<Relationships><Relationship Id="rId1" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships><Relationship Id="rId1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
  ];
}
