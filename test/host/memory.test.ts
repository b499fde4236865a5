import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memory-workbook";
import { allMembers } from "../../addin/playground/host/wire/all-classes";
import { conditionalFormatSuite } from "./conformance/conditional-format-suite";
import { cited, type Open } from "./conformance/documented";
import { eventSuite } from "./conformance/event-suite";
import { formatSuite } from "./conformance/format-suite";
import { nameAndSettingSuite } from "./conformance/name-and-setting-suite";
import { rangeEditSuite } from "./conformance/range-edit-suite";
import { rangeMoveSuite } from "./conformance/range-move-suite";
import { rangeValueSuite } from "./conformance/range-value-suite";
import { tableColumnSuite } from "./conformance/table-column-suite";
import { tableRowSuite } from "./conformance/table-row-suite";
import { tableSuite } from "./conformance/table-suite";
import { typedTextSuite } from "./conformance/typed-text-suite";
import { workbookSuite } from "./conformance/workbook-suite";
import { worksheetSuite } from "./conformance/worksheet-suite";

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
