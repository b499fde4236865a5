import { fold, type Preset } from "../../../engine/index";
import type { Outcome } from "../../excel/problem";
import type { DossiersWritten } from "../../excel/sheets/dossiers/dossiers";
import type { SummaryWritten } from "../../excel/sheets/summary/summaryWrite";
import type { Preview, Tiering } from "../../excel/tiering";
import { list, things } from "../../strings/format";
import { coverageSentence, DOSSIER_SHEET } from "../../strings/lists";
import { summarySentence } from "../../strings/summary";
import { UsageError, type Options } from "./options";

/** What was written beside the tiers. */
export interface SheetsMade {
  readonly summary: SummaryWritten | null;
  readonly dossiers: DossiersWritten | null;
  readonly lists: readonly { readonly tier: string; readonly accounts: number }[];
  readonly csv: readonly { readonly tier: string; readonly file: string; readonly text: string }[];
}

type Asked = Pick<Options, "summary" | "dossiers" | "lists" | "csv">;
type Must = <T>(outcome: Outcome<T>) => T;

/** Refuses a tier that the preset does not have. */
export function refuseTiers({ tiers }: Preset, { lists, csv }: Asked): void {
  const asked = [...lists.map((tier) => ({ tier, by: "--list" })), ...csv.map(({ tier }) => ({ tier, by: "--csv" }))];
  const wrong = asked.find(({ tier }) => tierId(tiers, tier) === null);
  if (!wrong) return;
  const known = list(tiers.rungs.map(({ label }) => label));
  throw new UsageError(`${wrong.by} ${wrong.tier}: there is no such tier; there is ${known}.`);
}

export async function makeSheets(tiering: Tiering, preview: Preview, asked: Asked, must: Must): Promise<SheetsMade> {
  const { tiers } = preview.run.preset;
  const idOf = (tier: string) => tierId(tiers, tier) ?? "";
  const summary = asked.summary ? must(await tiering.writeSummary(preview)) : null;
  const dossiers = asked.dossiers ? must(await tiering.writeDossiers(preview)) : null;
  const lists: SheetsMade["lists"][number][] = [];
  for (const tier of asked.lists) {
    lists.push({ tier, accounts: must(await tiering.listTier(preview, idOf(tier))).accounts });
  }
  const csv: SheetsMade["csv"][number][] = [];
  for (const { tier, file } of asked.csv) {
    csv.push({ tier, file, text: must(await tiering.tierCsv(preview, idOf(tier))) });
  }
  return { summary, dossiers, lists, csv };
}

function tierId({ rungs }: Preset["tiers"], asked: string): string | null {
  const wanted = fold(asked);
  const isMeant = (word: string | undefined) => word !== undefined && fold(word) === wanted;
  const found = (["label", "name", "id"] as const).map((of) => rungs.find((rung) => isMeant(rung[of])));
  return found.find((rung) => rung !== undefined)?.id ?? null;
}

/** One line for each thing that was written. */
export function sheetLines({ summary, dossiers, lists, csv }: SheetsMade): string[] {
  return [
    ...(summary ? [summarySentence(summary)] : []),
    ...(dossiers
      ? [
          `${DOSSIER_SHEET}: ${things(dossiers.added, "row")} added, ${things(dossiers.updated, "row")} brought up to date.`,
          `${coverageSentence(dossiers.coverage)}.`,
        ]
      : []),
    ...lists.map(({ tier, accounts }) => `List of ${tier}: ${things(accounts, "account")}.`),
    ...csv.map(({ tier, file }) => `${tier} written to ${file}.`),
  ];
}
