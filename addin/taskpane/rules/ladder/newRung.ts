import { parsePreset, valueMeasure, type Preset, type PresetDocument } from "../../../../engine/index";
import { COLOUR_NAMES } from "../../../strings/rules/controls";
import { LADDER } from "../../../strings/rules/ladder";
import { withList } from "../document";
import { idFrom, numberedName } from "../ids";
import { rungsOf, type RungShape } from "./rungs";

export type LadderName = "segments" | "tiers";

/** Lets nobody in, until it is edited. */
export const NOBODY = { measure: "account", blank: true };

/**
 * A rung to be put above the last one, with a label and an id of its own. It lets in more than the rung above it where that
 * can be told, else half of the accounts, else nobody: whatever the gate takes first.
 */
export function newRung(document: PresetDocument, preset: Preset, ladder: LadderName): unknown {
  const rungs = rungsOf(document, ladder);
  const index = Math.max(0, rungs.length - 1);
  const labels = [...rungs.map(({ label }) => label), ...excludeLabels(document)];
  const label = numberedName(ladder === "tiers" ? LADDER.tierWord : LADDER.segmentWord, labels, rungs.length);
  const ids = rungs.map(({ id }) => id);
  const colour = freeColour(rungs);
  const rung = { id: idFrom(label, ids), label, ...(colour !== undefined && { colour }) };
  const isTaken = (when: unknown) => {
    const insert = (list: readonly unknown[]) => [...list.slice(0, index), { ...rung, when }, ...list.slice(index)];
    const parsed = parsePreset(withList(document, [ladder, "rungs"], insert));
    return parsed.ok || !parsed.issues.some(({ path }) => path[0] === ladder && path[2] === index);
  };
  const value = valueMeasure(preset);
  const half = value === null ? [] : [{ measure: value, top: { percent: 0.5 } }];
  const when = [...wider(rungs[index - 1]?.when), ...half].find(isTaken) ?? NOBODY;
  return { ...rung, when };
}

/** The first of our colours that none of the rungs has; undefined where they have them all. */
function freeColour(rungs: readonly RungShape[]): string | undefined {
  return Object.keys(COLOUR_NAMES).find((free) => rungs.every(({ colour }) => colour?.toUpperCase() !== free));
}

/** Labels that gates give, which no rung may have. */
function excludeLabels(document: PresetDocument): string[] {
  return (document.gates ?? []).flatMap((gate) => ("exclude" in gate.else ? [gate.else.exclude] : []));
}

/** The same condition with a cut that lets more in, where it is a plain one. */
function wider(when: unknown): unknown[] {
  if (typeof when !== "object" || when === null) return [];
  const { top, ...rest } = when as Record<string, unknown>;
  if (typeof top === "object" && top !== null)
    return widerTop(top as Record<string, unknown>).map((next) => ({ ...rest, top: next }));
  return [">=", ">"].flatMap((sign) => {
    const cut = rest[sign];
    return typeof cut === "number" ? [{ ...rest, [sign]: cut > 0 ? cut / 2 : cut - 1 }] : [];
  });
}

function widerTop(top: Record<string, unknown>): unknown[] {
  const { share, percent, count } = top;
  if (typeof count === "number") return [{ ...top, count: Math.max(1, 2 * count) }];
  const key = typeof share === "number" ? "share" : "percent";
  const cut = key === "share" ? share : percent;
  return typeof cut === "number" ? [{ ...top, [key]: Math.round(50 * (cut + 1)) / 100 }] : [];
}
