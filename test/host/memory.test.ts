import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import { allMembers } from "../../addin/playground/host/wire/allClasses";
import { chartSuite } from "./conformance/chartSuite";
import { conditionalFormatSuite } from "./conformance/conditionalFormatSuite";
import { cited, type Open } from "./conformance/documented";
import { eventSuite } from "./conformance/eventSuite";
import { formatSuite } from "./conformance/formatSuite";
import { nameAndSettingSuite } from "./conformance/nameAndSettingSuite";
import { rangeEditSuite } from "./conformance/rangeEditSuite";
import { rangeMoveSuite } from "./conformance/rangeMoveSuite";
import { rangeValueSuite } from "./conformance/rangeValueSuite";
import { tableColumnSuite } from "./conformance/tableColumnSuite";
import { tableRowSuite } from "./conformance/tableRowSuite";
import { tableSuite } from "./conformance/tableSuite";
import { typedTextSuite } from "./conformance/typedTextSuite";
import { validationSuite } from "./conformance/validationSuite";
import { workbookSuite } from "./conformance/workbookSuite";
import { worksheetSuite } from "./conformance/worksheetSuite";

const used = new Set<string>();

const open: Open = (snapshot, { workbook, ...options } = {}) =>
  connect(MemoryWorkbook.from(snapshot, workbook), { ...options, onMember: (member) => used.add(member) });

workbookSuite(open);
worksheetSuite(open);
rangeValueSuite(open);
rangeMoveSuite(open);
rangeEditSuite(open);
typedTextSuite(open);
formatSuite(open);
tableSuite(open);
tableColumnSuite(open);
tableRowSuite(open);
conditionalFormatSuite(open);
validationSuite(open);
chartSuite(open);
nameAndSettingSuite(open);
eventSuite(open);

test("every member that the host answers is used by a documented case", () => {
  const members = allMembers();
  console.log(`${members.length} members of the host, ${cited.size} pages cited`);
  expect(members.filter((member) => !used.has(member))).toEqual([]);
});

test("every cited member is in Microsoft's typings", () => {
  const typings = readFileSync(createRequire(import.meta.url).resolve("@types/office-js/index.d.ts"), "utf8");
  const excel = typings.slice(typings.indexOf("declare namespace Excel"));
  const isThere = (member: string): boolean => {
    const [name = "", property = ""] = member.split(".");
    const start = excel.search(new RegExp(`\\n    (class|interface) ${name} `));
    const body = excel.slice(start, excel.indexOf("\n    }\n", start));
    return start >= 0 && new RegExp(`\\n        (readonly )?${property}[?(:]`).test(body);
  };
  expect([...cited].filter((member) => !isThere(member))).toEqual([]);
});
