// @vitest-environment jsdom
import { act, fireEvent } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SectionId } from "../../../../addin/strings/rules";
import { SECTION_PARTS } from "../../../../addin/taskpane/rules/sections/registry";
import { parsePreset, presetDocument, type Preset } from "../../../../engine/index";
import { openRules } from "./openRules";
import { unfold } from "./unfold";

/** Every number, word and yes or no of a preset with every part in use has a control that changes it alone. */

const everyPart = presetOf(readFileSync(join(import.meta.dirname, "../../../fixtures/presets/everyPart.json"), "utf8"));

/** What others ask for things by: it is made once, from the first name, and is shown nowhere. */
const IDS = /^(segments\.rungs|tiers\.rungs|bumps\.rules|flags|review\.alerts)\.\d+\.id$/;
/** What kind of measure it is: another kind has other parts, so that one is taken out and another put in. */
const KINDS = /^measures\.\d+\.type$/;
/** The account is a text whatever one wishes; the names of a column are added and taken out. */
const FIXED = /^fields\.(account\.(type|combine)|\w+\.headers\.\d+)$/;

test.each<{ part: keyof Preset; sections: SectionId[] }>([
  { part: "measures", sections: ["value", "lifecycle", "score"] },
  { part: "gates", sections: ["gates"] },
  { part: "segments", sections: ["segments"] },
  { part: "tiers", sections: ["tiers"] },
  { part: "bumps", sections: ["bumps"] },
  { part: "steadiness", sections: ["steadiness"] },
  { part: "flags", sections: ["flags"] },
  { part: "review", sections: ["review"] },
  { part: "columns", sections: ["columns"] },
  { part: "fields", sections: ["fields"] },
  { part: "rollUp", sections: ["fields"] },
  { part: "currency", sections: ["fields"] },
  { part: "description", sections: ["description"] },
])(
  "all of $part can be changed",
  ({ part, sections }) => {
    const leaves = [...leavesOf(presetDocument(everyPart)).keys()].filter((path) => `${path}.`.startsWith(`${part}.`));
    expect(leaves).not.toEqual([]);
    const reached = new Set(sections.flatMap((section) => [...reachedIn(section)]));
    expect(
      leaves.filter((path) => !reached.has(path) && [IDS, KINDS, FIXED].every((fixed) => !fixed.test(path))),
    ).toEqual([]);
  },
  300_000,
);

/** Leaves that the controls of a section change. */
function reachedIn(section: SectionId): Set<string> {
  const shown = SECTION_PARTS.find(({ id }) => id === section);
  const { edits } = openRules(everyPart, { part: shown && <shown.Part />, isHeld: true });
  const before = leavesOf(presetDocument(everyPart));
  const reached = new Set<string>();
  /** Notes what the edits so far change; whether the last one changes a single leaf, or none. */
  const isSingle = () => {
    const changes = edits.mock.calls.splice(0).map(([document]) => changesOf(before, leavesOf(document)));
    changes.flatMap(({ about }) => about).forEach((path) => reached.add(path));
    return changes.at(-1)?.changed === 1;
  };
  unfold();
  const found = (what: string) => [...document.querySelectorAll<HTMLElement>(what)];
  act(() => found("input[type=text]:not([role]), textarea, input:not([type])").forEach(type));
  found("input[type=checkbox], [role=radio], .fui-Tag").forEach((each) => fireEvent.click(each));
  isSingle();
  found("[role=combobox]").forEach((box) => chooseOthers(box, isSingle));
  found("button[aria-label^='Move']").forEach((each) => fireEvent.click(each)); // last, since cards change places
  isSingle();
  return reached;
}

function type(box: HTMLElement): void {
  const { value } = box as HTMLInputElement;
  fireEvent.change(box, { target: { value: `${value}1` } });
  fireEvent.blur(box);
}

/** Chooses one option after the other until one changes nothing else. */
function chooseOthers(box: HTMLElement, isSingle: () => boolean): void {
  for (let option = 0; ; option++) {
    if (box.getAttribute("aria-expanded") !== "true") fireEvent.click(box); // of several words the list stays open
    const options = document
      .getElementById(box.getAttribute("aria-controls") ?? "")
      ?.querySelectorAll("[role=option], [role=menuitemcheckbox]");
    const chosen = options?.[option];
    if (!chosen) return void fireEvent.keyDown(box, { key: "Escape" });
    fireEvent.click(chosen);
    if (isSingle()) return;
  }
}

/**
 * How many leaves an edit changes, and those that it is about: one, the words of one list, one with parts that only went
 * with it (which are not counted), or a name and all that ask for it. None where it is about more.
 */
function changesOf(before: ReadonlyMap<string, Leaf>, after: ReadonlyMap<string, Leaf>) {
  const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
  const isList = new Set(changed.map((path) => path.replace(/\.\d+$/, ""))).size === 1;
  const others = changed.filter((path) => after.has(path));
  const [one = ""] = others;
  const parent = one.slice(0, one.lastIndexOf(".") + 1);
  const isWithParts = others.length === 1 && changed.every((path) => path.startsWith(parent));
  const id = changed.find((path) => path.endsWith(".id"));
  const [name, renamed] = [String(before.get(id ?? "")), String(after.get(id ?? ""))];
  const isRenamed = changed.every((path) => after.get(path) === String(before.get(path)).replace(name, renamed));
  const about = isList ? changed : isWithParts ? others : id !== undefined && isRenamed ? [id] : [];
  return { changed: changed.length, about };
}

type Leaf = string | number | boolean | null;

function leavesOf(value: unknown, path = ""): Map<string, Leaf> {
  if (typeof value !== "object" || value === null) return new Map([[path, value as Leaf]]);
  const inside = Object.entries(value).flatMap(([key, each]) => [
    ...leavesOf(each, path === "" ? key : `${path}.${key}`),
  ]);
  return new Map(inside);
}

function presetOf(text: string): Preset {
  const parsed = parsePreset(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}
