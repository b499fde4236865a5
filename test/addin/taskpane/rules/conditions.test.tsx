// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { kindOfCondition, shapeOf, type ConditionDocument, type Kind } from "../../../../addin/strings/conditionKinds";
import { ConditionEditor } from "../../../../addin/taskpane/rules/conditions/ConditionEditor";
import { kindsFor, newCondition, withKind, withSubject } from "../../../../addin/taskpane/rules/conditions/kinds";
import { subjectsOf } from "../../../../addin/taskpane/rules/conditions/subjects";
import { valueAt, type Path } from "../../../../addin/taskpane/rules/document";
import { BUILT_IN, parsePreset, presetDocument, type Preset } from "../../../../engine/index";
import { builtIn } from "../fakePreview";
import { openRules } from "./openRules";

const ASKS = ["segment", "tier"] as const;
const DAY = 46053;

/** Where the conditions of a preset stand, without those inside of others. */
function conditionsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return (key === "when" || key === "among") && shapeOf(each) !== null ? [place] : conditionsIn(each, place);
  });
}

/** Opens one condition of a preset that has a flag for it. */
function openCondition(condition: unknown, preset = builtIn("client-value")) {
  const flags = [{ id: "f", label: "F", when: condition }];
  const parsed = parsePreset({ ...presetDocument(preset), flags });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const path = ["flags", 0, "when"];
  const opened = openRules(parsed.preset, {
    part: <ConditionEditor path={path} label="Who has it" hasTop asks={[...ASKS]} />,
  });
  return { ...opened, now: () => valueAt(opened.document(), path) };
}

const opener = () => screen.getByRole("button", { name: /^Who has it:/ });
const choose = async (user: ReturnType<typeof openRules>["user"], label: string, option: string) => {
  await user.click(screen.getByRole("combobox", { name: label }));
  await user.click(screen.getByRole("option", { name: option }));
};

test.each([...BUILT_IN.keys()])("%s: to open its conditions and to change nothing changes nothing", (id) => {
  const preset = builtIn(id);
  const paths = conditionsIn(presetDocument(preset));
  expect(paths.length).toBeGreaterThan(0);
  const part = paths.map((path) => (
    <ConditionEditor key={path.join(".")} path={path} label={path.join(".")} hasTop asks={[...ASKS]} />
  ));
  const { edits } = openRules(preset, { part });
  for (let closed = shut(); closed.length > 0; closed = shut()) closed.forEach((each) => fireEvent.click(each));
  document.querySelectorAll("input, textarea").forEach((box) => fireEvent.blur(box));
  expect(document.body.textContent).not.toMatch(/kept as it is/i);
  expect(document.body.textContent.split("Looked at").length - 1).toBeGreaterThanOrEqual(paths.length);
  expect(edits).not.toHaveBeenCalled();
});

/** Conditions that are closed; lists of options are no conditions. */
const shut = () => [...document.querySelectorAll("button[aria-expanded=false]:not([role])")];

describe("whatever is looked at, and however", () => {
  const preset = builtIn("client-value");
  const subjects = subjectsOf(preset, ASKS);
  const isAccepted = (when: unknown) => {
    const flags = [{ id: "f", label: "F", when }];
    return parsePreset({ ...presetDocument(preset), flags }).ok;
  };

  test("a new condition is one that the gate accepts", () => {
    const refused = subjects.filter((subject) => !isAccepted(newCondition(subject, DAY)));
    expect(refused.map(({ id }) => id)).toEqual([]);
    expect(new Set(subjects.map(({ type }) => type))).toEqual(new Set(["text", "number", "date", "boolean"]));
  });

  test("so is every other comparison, but for words that nobody has named yet", () => {
    const refused = subjects.flatMap((subject) =>
      kindsFor(subject, true)
        .map((kind) => withKind(newCondition(subject, DAY), kind, subject, DAY))
        .filter((condition) => !isAccepted(condition)),
    );
    const kinds = new Set(refused.map(kindOfCondition));
    expect([...kinds].sort()).toEqual(["contains", "is", "startsWith"]);
    expect(refused.every((condition) => subjects.find(({ id }) => id === condition["measure"])?.words === null)).toBe(
      true,
    );
  });

  test("so is a condition of each kind that then looks at something else", () => {
    const some: ConditionDocument[] = [
      { measure: "value", top: { share: 0.3, crossing: "refill", outside: "compare" } },
      { measure: "value", between: [10, 20] },
      { measure: "tier", is: ["t1"] },
      { measure: "account", contains: ["Ltd"] },
      { measure: "income", unreadable: true },
    ];
    const moved = some.flatMap((each) =>
      subjects.map((subject) => withSubject(each, subject, { hasTop: true, today: DAY })),
    );
    expect(moved.filter((condition) => !isAccepted(condition))).toEqual([]);
  });

  test.each<[object, Kind, object]>([
    [{ ">=": 5 }, "<", { "<": 5 }],
    [{ ">=": 5 }, "between", { between: [5, 10] }],
    [{ between: [5, 9] }, ">", { ">": 5 }],
    [{ top: { share: 0.3, ties: "up" } }, "percent", { top: { percent: 0.3, ties: "with" } }],
    [{ top: { percent: 0.3, ties: "drop", order: "asc", within: "owner" } }, "share", { top: { share: 0.3, ties: "down", within: "owner" } }],
    [{ top: { count: 7, order: "asc" } }, "percent", { top: { percent: 0.2, order: "asc" } }],
  ])("%j as %s keeps what both can have: %j", (from, kind, to) => {
    const value = subjects.find(({ id }) => id === "value");
    if (!value) throw new Error("no value");
    expect(withKind({ measure: "value", ...from }, kind, value, DAY)).toEqual({ measure: "value", ...to });
  }); // prettier-ignore
});

test("a comparison is edited in words, and the sentence follows", async () => {
  const { user, now } = openCondition({ measure: "value", ">=": 100 });
  expect(opener().textContent).toBe("Value is at least 100");
  await user.click(opener());
  const number = screen.getByRole("textbox", { name: "Number" });
  await user.clear(number);
  expect(now()).toEqual({ measure: "value", ">=": 100 });
  expect(screen.getByText("This is no number.")).toBeTruthy();
  await user.type(number, "2,500");
  expect(now()).toEqual({ measure: "value", ">=": 2500 });
  await choose(user, "Comparison", "is from … to under …");
  await choose(user, "Looked at", "Growth");
  expect(now()).toEqual({ measure: "growth", between: [2500, 5000] });
  await choose(user, "Comparison", "is under");
  await user.clear(screen.getByRole("textbox", { name: "Number" }));
  await user.type(screen.getByRole("textbox", { name: "Number" }), "12.5");
  expect(opener().textContent).toBe("Growth is under 12.5%");
  expect(now()).toEqual({ measure: "growth", "<": 0.125 });
});

test("what is looked at decides what can be asked", async () => {
  const { user, now, issues } = openCondition({ measure: "value", top: { share: 0.3 } });
  await user.click(opener());
  await choose(user, "Looked at", "Co-marketing (yes or no)");
  expect(now()).toEqual({ measure: "coMarketing", is: ["yes"] });
  await choose(user, "Looked at", "Tier");
  expect(now()).toEqual({ measure: "tier", is: ["t1"] });
  await user.click(screen.getByRole("combobox", { name: "Words" }));
  await user.click(screen.getByRole("menuitemcheckbox", { name: "Tier 2" }));
  await user.keyboard("{Escape}");
  expect(opener().textContent).toBe("Tier is Tier 1 or Tier 2");
  await choose(user, "Looked at", "First purchase");
  expect(now()).toEqual({ measure: "firstPurchase", "<=": DAY });
  fireEvent.change(screen.getByLabelText("Day"), { target: { value: "2025-12-31" } });
  expect(now()).toEqual({ measure: "firstPurchase", "<=": DAY - 31 });
  await choose(user, "Looked at", "Account");
  await choose(user, "Comparison", "contains");
  expect(issues().map(({ code }) => code)).toEqual(["too-few"]);
  await user.type(screen.getByRole("textbox", { name: "Words" }), "Ltd{Enter}GmbH & Co");
  expect(now()).toEqual({ measure: "account", contains: ["Ltd", "GmbH & Co"] });
});

test("words that are one are chosen as one, and a word that is gone can be taken out", async () => {
  const { user, now } = openCondition({ measure: "coMarketing", is: ["TRUE", "perhaps"] });
  await user.click(opener());
  await user.click(screen.getByRole("combobox", { name: "Words" }));
  expect(screen.getByRole("menuitemcheckbox", { name: "Yes", checked: true })).toBeTruthy();
  await user.click(screen.getByRole("menuitemcheckbox", { name: "perhaps (not there any more)" }));
  expect(now()).toEqual({ measure: "coMarketing", is: ["TRUE"] });
  await user.click(screen.getByRole("menuitemcheckbox", { name: "No" }));
  await user.click(screen.getByRole("menuitemcheckbox", { name: "Yes" }));
  expect(now()).toEqual({ measure: "coMarketing", is: ["no"] });
});

test("one comparison becomes several, and the opposite", async () => {
  const { user, now } = openCondition({ measure: "value", ">": 1 });
  await user.click(opener());
  await choose(user, "What must hold", "Any of these");
  await user.click(screen.getByRole("button", { name: "Add condition" }));
  expect(now()).toEqual({ any: [{ measure: "value", ">": 1 }, { measure: "value", ">=": 0 }] }); // prettier-ignore
  const added = within(screen.getByRole("group", { name: "Value is at least 0" }));
  await user.click(added.getByRole("switch", { name: /^Not/ }));
  expect(opener().textContent).toBe("Any of: Value is over 1; not: Value is at least 0");
  await user.click(screen.getByRole("button", { name: "Remove: Value is over 1" }));
  expect(now()).toEqual({ any: [{ not: { measure: "value", ">=": 0 } }] });
  await user.click(added.getByRole("switch", { name: /^Not/ }));
  await user.click(screen.getAllByRole("combobox", { name: "What must hold" })[0] ?? document.body);
  await user.click(screen.getByRole("option", { name: "One comparison" }));
  expect(now()).toEqual({ measure: "value", ">=": 0 });
});

test("a ranking says how it is ranked, and among whom", async () => {
  const { user, now } = openCondition({ measure: "value", ">": 1 });
  await user.click(opener());
  await choose(user, "Comparison", "is in the top share of the accounts");
  await user.click(screen.getByRole("button", { name: "How it is ranked" }));
  await choose(user, "Equal values at the line", "all in");
  await choose(user, "A ranking of its own for each", "Owner");
  await user.click(screen.getByRole("button", { name: "Who is ranked: Add condition" }));
  const [among] = [{ measure: "value", ">=": 0 }];
  expect(now()).toEqual({ measure: "value", top: { percent: 0.2, ties: "with", within: "owner", among } });
  await choose(user, "A ranking of its own for each", "One ranking for all");
  await user.click(screen.getByRole("button", { name: "Remove condition: Who is ranked" }));
  expect(now()).toEqual({ measure: "value", top: { percent: 0.2, ties: "with" } });
});

test("the keyboard alone is enough", async () => {
  const { user, now } = openCondition({ measure: "value", ">": 1 });
  opener().focus();
  await user.keyboard("{Enter}");
  screen.getByRole("combobox", { name: "What must hold" }).focus();
  await user.keyboard("{Enter}{ArrowDown}{Enter}");
  expect(now()).toEqual({ all: [{ measure: "value", ">": 1 }] });
});

test("a condition that may be absent can be taken out and made anew, and what is wrong with it is said while it is closed", async () => {
  const preset: Preset = builtIn("client-value");
  const path = ["tiers", "among"];
  const part = <ConditionEditor path={path} label="Who is ranked" isOptional />;
  const { user, document, edits } = openRules(preset, { part });
  await user.click(screen.getByRole("button", { name: "Remove condition: Who is ranked" }));
  expect(valueAt(document(), path)).toBeUndefined();
  expect(screen.getByText("Nothing is asked: it fits every account.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Who is ranked: Add condition" }));
  expect(valueAt(document(), path)).toEqual({ measure: "value", ">=": 0 });
  const [first] = edits.mock.calls;
  expect(first).toHaveLength(1);
});
