import type { Problem } from "../excel/problem";
import { count, list, things } from "./format";
import { changesSentence, type Moved } from "./pane";
import { problemSentence } from "./problems";

/** What was put back: on a sheet of ours, or a run where it is null; accounts that were not found any more. */
interface Of {
  readonly sheet: string | null;
  readonly unmatched: readonly string[];
}

/** What a step of the analyst came to. */
export type Message =
  | {
      readonly kind: "tiered";
      readonly accounts: number;
      readonly moves: Moved;
      readonly cells: number;
      readonly withoutColours: boolean;
      /** The preset whose edited rules were saved for it; null where none were. */
      readonly saved: string | null;
    }
  | { readonly kind: "refreshed"; readonly moves: Moved; readonly cells: number; readonly withoutColours: boolean }
  | ({ readonly kind: "undone" } & Of)
  | ({ readonly kind: "repaired"; readonly isRestored: boolean } & Of)
  | { readonly kind: "unfinished" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "saved" | "deleted" | "restored"; readonly preset: string }
  /** Something beside the tiers was written. */
  | { readonly kind: "wrote"; readonly text: string; readonly canUndo: boolean }
  | { readonly kind: "said"; readonly text: string; readonly isProblem: boolean }
  | { readonly kind: "problem"; readonly problem: Problem };

export function messageSentence(message: Message): string {
  switch (message.kind) {
    case "tiered": {
      const { up, down, new: fresh } = message.moves;
      const moved = [
        up > 0 && `${count(up)} up`,
        down > 0 && `${count(down)} down`,
        fresh > 0 && `${count(fresh)} new`,
      ];
      const changes = moved.filter((part) => part !== false);
      const what = changes.length > 0 ? `${changes.join(", ")}.` : "Nobody changed tier.";
      const saved = message.saved === null ? "" : ` The rules were saved as "${message.saved}".`;
      return `Tiered ${things(message.accounts, "account")}. ${what}${colours(message.withoutColours)}${saved}`;
    }
    case "refreshed":
      return message.cells === 0
        ? "Refreshed: every tier was right already."
        : `Refreshed ${things(message.cells, "cell")}. ${changesSentence(message.moves)}.${colours(message.withoutColours)}`;
    case "undone":
      return `${undoneSentence(message.sheet)}${unmatchedSentence(message.unmatched)}`;
    case "repaired":
      return message.isRestored
        ? `${repairedSentence(message.sheet)}${unmatchedSentence(message.unmatched)}`
        : "The old values of the run that was broken off are lost. The cells stay as they are; refresh the tiers to make them right.";
    case "unfinished":
      return "An earlier run was broken off before it was finished. Repair puts back what stood there before.";
    case "cancelled":
      return "Cancelled. The sheet is as it was.";
    case "saved":
      return `Saved "${message.preset}" in this workbook. It is kept with the file when you save that.`;
    case "deleted":
      return `Deleted "${message.preset}" from this workbook.`;
    case "restored":
      return `"${message.preset}" is as it came again.`;
    case "wrote":
    case "said":
      return message.text;
    case "problem":
      return problemSentence(message.problem);
  }
}

function undoneSentence(sheet: string | null): string {
  return sheet === null ? "The last run was undone." : `What was written last in ${sheet} was undone.`;
}

function repairedSentence(sheet: string | null): string {
  const what = sheet === null ? "The run that was broken off" : `What was broken off in ${sheet}`;
  return `${what} was put back.`;
}

function colours(areMissing: boolean): string {
  return areMissing ? " The colours could not be set." : "";
}

const MOST_NAMES = 5;

function unmatchedSentence(accounts: readonly string[]): string {
  if (accounts.length === 0) return "";
  const more = accounts.length - MOST_NAMES;
  const names = more > 0 ? [...accounts.slice(0, MOST_NAMES), `${count(more)} more`] : accounts;
  return ` No row was found any more for ${list(names)}.`;
}
