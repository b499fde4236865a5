import { valueMeasure, type AnswerTo, type Preset } from "../../../engine/index";
import type { Names } from "../../strings/names";
import {
  ageUnknownSentence,
  convertedPhrase,
  conversionSentence,
  dossierPhrase,
  LISTS,
  lowUsePhrase,
  nearPhrase,
  newStartPhrase,
  risingPhrase,
  stalePhrase,
  withoutValuePhrase,
} from "../../strings/reviewLists";
import type { AccountLine } from "../app/AccountList";

/** A list of accounts that somebody may want to look at. */
export interface ListShown {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly lines: readonly AccountLine[];
  /** What the accounts do not tell. */
  readonly also?: string;
}

/** What the engine told of each; null where it cannot be asked, or nothing tells it. */
export interface ToldLists {
  readonly rising: AnswerTo<"rising">;
  readonly nearTop: AnswerTo<"nearDrops">;
  readonly nearDrops: AnswerTo<"nearDrops">;
  readonly nearMisses: AnswerTo<"nearMisses">;
  readonly newStarts: AnswerTo<"newStarts">;
  readonly converted: AnswerTo<"convertedFirst">;
  readonly lowUse: AnswerTo<"lowUse"> | null;
  readonly withoutValue: AnswerTo<"withoutValueFirst">;
  readonly dossiers: AnswerTo<"dossiersFirst"> | null;
  readonly stale: AnswerTo<"freshness">;
}

/** How near an edge is near, where the rules do not say. */
const NEAR = 0.05;

/** All lists that something tells, in the order of the pane; empty ones too. */
export function listsOf(told: ToldLists, preset: Preset, names: Names): ListShown[] {
  const rungs = new Map(preset.tiers.rungs.map((rung) => [rung.id, rung]));
  const segments = new Map(preset.segments?.rungs.map(({ id, label }) => [id, label]));
  const within = preset.review?.nearEdge ?? NEAR;
  const value = valueMeasure(preset);
  const near = (list: AnswerTo<"nearDrops">) => ({
    count: list.count,
    lines: list.accounts.map((each) => ({ ...each, text: nearPhrase(each, names, value) })),
  });
  const { rising, newStarts, converted, lowUse, withoutValue, dossiers, stale } = told;
  const lists: (ListShown | null)[] = [
    {
      ...{ id: "rising", title: LISTS.rising(), count: rising.count },
      lines: rising.accounts.map((each) => ({
        account: each.account ?? "",
        row: each.row,
        text: risingPhrase(each, names, rungs.get(each.tier ?? "")?.play?.treatment),
      })),
    },
    {
      id: "nearTop",
      title: LISTS.nearTop(names.tier(preset.tiers.rungs[0]?.id ?? null), within),
      ...near(told.nearTop),
    },
    { id: "nearDrops", title: LISTS.nearDrops(within), ...near(told.nearDrops) },
    { id: "nearMisses", title: LISTS.nearMisses(within), ...near(told.nearMisses) },
    {
      ...{ id: "newStarts", title: LISTS.newStarts(), count: newStarts.count },
      lines: newStarts.accounts.map(({ account, row, segment, value }) => {
        const label = segment === null ? null : (segments.get(segment) ?? segment);
        return { account, row, text: newStartPhrase(label, value) };
      }),
    },
    converted && {
      ...{ id: "converted", title: LISTS.converted(), count: converted.count },
      lines: converted.accounts.map((each) => ({ ...each, text: convertedPhrase(names.tier(each.to), each.value) })),
      also: conversionSentence(converted.count, converted.prospects, converted.since),
    },
    lowUse && {
      ...{ id: "lowUse", title: LISTS.lowUse(), count: lowUse.count },
      lines: lowUse.accounts.map((each) => ({ ...each, text: lowUsePhrase(names.tier(each.tier), each.value) })),
    },
    {
      ...{ id: "withoutValue", title: LISTS.withoutValue(), count: withoutValue.count },
      lines: withoutValue.accounts.map((each) => ({ ...each, text: withoutValuePhrase(each, names) })),
    },
    dossiers && {
      ...{ id: "dossiers", title: LISTS.dossiers(), count: dossiers.count },
      lines: dossiers.accounts.map((each) => ({ ...each, text: dossierPhrase(names.tier(each.tier), each.last) })),
    },
    stale && {
      ...{ id: "stale", title: LISTS.stale(), count: stale.count },
      lines: stale.accounts.map((each) => ({ ...each, text: stalePhrase(each, names) })),
      ...(stale.unknown > 0 && { also: ageUnknownSentence(stale.unknown) }),
    },
  ];
  return lists.filter((list) => list !== null);
}
