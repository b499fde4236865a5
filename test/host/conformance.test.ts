import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { connect } from "../../addin/playground/host/client";
import { allMembers } from "../../addin/playground/host/wire/allClasses";
import { cited } from "./conformance/documented";
import { conformanceSuite } from "./conformance/suite";
import { IMPLEMENTATIONS } from "./implementations";

const used = new Set<string>();

for (const { name, open } of IMPLEMENTATIONS) {
  conformanceSuite(name, (snapshot, { workbook, ...options } = {}) =>
    connect(open(snapshot, workbook), { ...options, onMember: (member) => used.add(member) }),
  );
}

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
