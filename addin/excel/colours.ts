import type { ColumnKind, Preset } from "../../engine/index";
import { moveWord } from "../strings/columns";
import type { RuleColour } from "./record";

/**
 * What the cells of a column are coloured by, the highest class first.
 *
 * Tiers have the colours of the rules, wherever they stand. A score has a bar. Movement is written in words with an arrow,
 * which a filter, a pivot table or a screen reader takes as they stand, and which an icon set could not show beside the
 * number that it needs; its colours are told apart by everybody, and say nothing that the words do not.
 */
export function coloursOf(kind: ColumnKind, { segments, tiers }: Preset): RuleColour[] {
  switch (kind) {
    case "segment":
      return ofRungs(segments?.rungs ?? []);
    case "tier":
    case "initial":
    case "previous":
    case "highest":
      return ofRungs(tiers.rungs);
    case "score":
      return [{ label: "", fill: BAR, isBar: true }];
    case "movement":
      return [
        { label: moveWord("up"), fill: UP },
        { label: moveWord("down"), fill: DOWN },
      ];
    default:
      return [];
  }
}

function ofRungs(rungs: readonly { readonly label: string; readonly colour?: string | undefined }[]): RuleColour[] {
  return rungs.flatMap(({ label, colour }) => (colour === undefined ? [] : [{ label, fill: colour }]));
}

/** Excel's own blue of data bars, so that a bar that was half made looks the same. */
const BAR = "#638EC6";
const [UP, DOWN] = ["#BDD7EE", "#F8CBAD"];
