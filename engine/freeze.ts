import { shownValue } from "./conditions/condition";
import type { Condition } from "./conditions/registry";
import { OPEN_SCOPE, type Scope } from "./facts";
import { scopeOf } from "./ladder/climb";
import { topOf } from "./ladder/top";
import type { TopSpec } from "./ladder/topSpec";
import { parsePreset, type PresetIssue } from "./preset/gate";
import { presetDocument, type Ladder, type Preset } from "./preset/schema";
import type { Run } from "./run";

export type Frozen =
  | { readonly ok: false; readonly issues: readonly PresetIssue[] }
  | {
      readonly ok: true;
      readonly preset: Preset;
      /** Cuts that ran through equal values: with a value in place of the cut all of them are in. */
      readonly splits: readonly SplitTie[];
    };

export interface SplitTie {
  readonly measure: string;
  readonly value: number;
  /** Accounts of that value that were in, and out. */
  readonly inside: number;
  readonly outside: number;
}

/**
 * The preset of a run with every `top` of its ladders, bumps and flags as the value it came to, so that a later run moves
 * nobody because others changed.
 *
 * A cut becomes "at least the lowest value inside" (in ascending order "at most the highest"), for the population it
 * ranked and for each of its lists; an account of a list that was not there is not in. Where nobody is in, it becomes "over
 * the highest of them all". Refused, with the gate's issues, where a value or a list is more than a preset can hold.
 */
export function freeze(run: Run): Frozen {
  const { preset } = run;
  const splits: SplitTie[] = [];
  const frozen = (condition: Condition, scope: Scope): Condition => {
    if ("top" in condition) return valueOf(condition, scope, run, splits);
    if ("all" in condition) return { all: condition.all.map((part) => frozen(part, scope)) };
    if ("any" in condition) return { any: condition.any.map((part) => frozen(part, scope)) };
    return "not" in condition ? { not: frozen(condition.not, scope) } : condition;
  };
  const ladder = <L extends Ladder>(each: L): L => ({
    ...each,
    rungs: each.rungs.map((rung, index) =>
      rung.when === undefined ? rung : { ...rung, when: frozen(rung.when, scopeOf(each, index)) },
    ),
  });
  const open = <Rule extends { readonly when: Condition }>(rule: Rule): Rule => ({
    ...rule,
    when: frozen(rule.when, OPEN_SCOPE),
  });
  const document = presetDocument({
    ...preset,
    ...(preset.segments && { segments: ladder(preset.segments) }),
    tiers: ladder(preset.tiers),
    bumps: preset.bumps && { ...preset.bumps, rules: preset.bumps.rules.map(open) },
    flags: preset.flags.map(open),
  });
  const parsed = parsePreset(document);
  return parsed.ok ? { ok: true, preset: parsed.preset, splits } : parsed;
}

/** A `top` as the values it came to. Its own list of parts, so that a class which nobody can reach is not refused: nobody did. */
function valueOf(spec: TopSpec, scope: Scope, run: Run, splits: SplitTie[]): Condition {
  const { facts } = run;
  const { measure, top } = spec;
  const { ranking, cuts } = topOf(spec, facts, scope);
  const [atLeast, over] = "order" in top && top.order === "asc" ? (["<=", "<"] as const) : ([">=", ">"] as const);
  const within = top.within ?? scope.within;
  const among = top.among ?? scope.among;
  const inPopulation = (condition: Condition): Condition =>
    among === undefined ? condition : { all: [among, condition] };
  const isOpen = "share" in top && top.outside === "compare";
  const values = cuts.flatMap(({ count, marginal, splitTie }, list): Condition[] => {
    if (splitTie) splits.push({ measure, ...splitTie });
    const first = ranking.order[ranking.starts[list] ?? 0];
    if (within !== undefined && first === undefined) return []; // nobody is in any list
    const overAll = { measure, [over]: ranking.values[first ?? -1] ?? 0 };
    // Where nobody is inside, those outside have nobody to be compared with.
    const value = count > 0 ? { measure, [atLeast]: marginal } : isOpen ? inPopulation(overAll) : overAll;
    return [within === undefined ? value : { all: [listOf(within, first ?? -1, run), value] }];
  });
  return { all: [...(among === undefined || isOpen ? [] : [among]), anyOf(values, measure)] };
}

/** The list that an account is in: its word, or the blanks, cells that cannot be read among them. */
function listOf(within: string, row: number, { facts }: Run): Condition {
  const word = shownValue(facts.text(within), row);
  if (word !== null) return { measure: within, is: [String(word)] };
  return { any: [{ measure: within, blank: true }, { measure: within, unreadable: true }] }; // prettier-ignore
}

/** The most parts that a condition can have. */
const MOST_PARTS = 50;

/** Any of a list of conditions, however long; of none of them, one that never holds. */
function anyOf(conditions: readonly Condition[], measure: string): Condition {
  const [only] = conditions;
  if (only === undefined) return { all: [{ measure, ">": 0 }, { measure, "<": 0 }] }; // prettier-ignore
  if (conditions.length === 1) return only;
  if (conditions.length <= MOST_PARTS) return { any: conditions };
  const size = Math.ceil(conditions.length / MOST_PARTS);
  const parts: Condition[] = [];
  for (let from = 0; from < conditions.length; from += size) {
    parts.push(anyOf(conditions.slice(from, from + size), measure));
  }
  return { any: parts };
}
