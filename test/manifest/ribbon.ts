import { all, called, type Finding } from "./parsed";

/** Excel's own tabs that are there on the desktop and on the web, by Microsoft's list of built-in ids. */
const TABS = [
  ...["TabHome", "TabInsert", "TabPageLayoutExcel", "TabFormulas", "TabData"],
  ...["TabReview", "TabView", "TabDeveloper", "TabAddIns"],
];

/** Where the buttons stand. */
export function* checkRibbon(root: Element): Iterable<Finding> {
  for (const tab of all(root, "ov:OfficeTab")) {
    if (!TABS.includes(tab.getAttribute("id") ?? "")) {
      yield { rule: "office-tab", message: `Excel has no tab "${tab.getAttribute("id") ?? ""}".` };
    }
  }
  for (const group of all(root, "ov:Group")) {
    const count = all(group, "ov:Control").length;
    if (count > 6) yield { rule: "group-size", message: `${called(group)} has ${count} controls; six is the most.` };
  }
}
