import type { AccountFacts } from "./accountFacts";
import type { Decision } from "./decide";
import type { Condition } from "./conditions/registry";
import { differing, NOTHING, placed, union, type Changes } from "./edited/changes";
import { OPEN_SCOPE, type KeyPart, type Scope } from "./facts";
import type { Issue } from "./issue";
import { classIssues } from "./ladder/classIssues";
import { scopeOf } from "./ladder/climb";
import { changesBehind } from "./ladder/top";
import { onRung } from "./masks";
import { measureKind, readsOf } from "./measures/registry";
import type { Memo } from "./memo";
import type { Ladder, Preset } from "./preset/schema";
import type { RunResult } from "./run";
import { gatesKey } from "./stages/gates";
import { classStats, outsideOf, outsideStats, talliedOf, talliedOutside, tierStats } from "./stats";
import { joinedTallies, talliedAgain, talliedInBlocks, type BlockTallies, type Tallied, type Tallies } from "./tallies";
import { issueOfMissing, issueOfNumbers } from "./told";

/** What a run tells of its accounts beside their classes: issues, statistics. After an edit only what it touches is told anew. */
export class Telling {
  readonly #preset: Preset;
  readonly #facts: AccountFacts;
  readonly #memo: Memo;
  readonly #decision: Decision;
  readonly #segments: Int16Array;
  readonly #changes: { readonly segments: Changes; readonly written: Changes; readonly final: Changes };

  /** `before` is what was decided before an edit of rows; null elsewhere. */
  constructor(preset: Preset, facts: AccountFacts, memo: Memo, decision: Decision, before: Decision | null) {
    this.#preset = preset;
    this.#facts = facts;
    this.#memo = memo;
    this.#decision = decision;
    this.#segments = inSegments(decision);
    this.#changes = before
      ? {
          segments: differing(before.segments ?? new Int16Array(), decision.segments ?? new Int16Array()),
          written: differing(inSegments(before), this.#segments),
          final: differing(before.final, decision.final),
        }
      : { segments: "all", written: "all", final: "all" };
  }

  /** Of measures, of the value measure, of classes, seats and overrides; those of the table are its own. */
  issues(valueId: string | null): Issue[] {
    const { segments, final, seated, overriding } = this.#decision;
    const preset = this.#preset;
    return [
      ...preset.measures.flatMap((measure) => this.#ofMeasure(measure)),
      ...(valueId === null ? [] : this.#ofValue(valueId)),
      ...(preset.segments && segments
        ? this.#ofClasses("segments", preset.segments, segments, this.#changes.segments)
        : []),
      ...this.#ofClasses("tiers", preset.tiers, final, this.#changes.final),
      ...(valueId === null ? [] : this.#ofBest(valueId)),
      ...seated.issues,
      ...overriding.issues,
    ];
  }

  stats(value: Float64Array, valueId: string | null): RunResult["stats"] {
    const { segments, tiers } = this.#preset;
    const { final, seated } = this.#decision;
    const facts = this.#facts;
    const behind = (among: Condition | undefined, rungs: Changes) =>
      union([
        rungs,
        valueId === null ? NOTHING : facts.changesOf({ measure: valueId }),
        facts.changesOf("included"),
        among === undefined ? NOTHING : facts.changesOf({ condition: among, scope: OPEN_SCOPE }),
      ]);
    const statsOf = (name: "segments" | "tiers", ladder: Ladder, rungOf: Int16Array, rungs: Changes) => {
      const tallied = talliedOf(ladder, rungOf, value, facts);
      const key = name === "segments" ? this.#keyOfSegments(ladder, valueId) : null;
      return classStats(
        ladder,
        this.#talliesOf(key ?? name, tallied, () => behind(ladder.among, rungs)),
      );
    };
    const outside = this.#outside();
    const talliesOutside = this.#talliesOf("outside", talliedOutside(this.#preset, outside, value, facts), () =>
      behind(undefined, this.#memo.changes(["outside"])),
    );
    return {
      segments: segments ? statsOf("segments", segments, this.#segments, this.#changes.written) : [],
      tiers: tierStats(statsOf("tiers", tiers, final, this.#changes.final), seated.seats),
      outside: outsideStats(this.#preset, outside, talliesOutside),
    };
  }

  /** Tallies under a name, or under a key where one can stand for them. */
  #talliesOf(name: string | KeyPart[], tallied: Tallied, changes: () => Changes): Tallies {
    const make = () => talliedInBlocks(tallied);
    const goingOn = { changes, mend: (before: BlockTallies, rows: Int32Array) => talliedAgain(before, tallied, rows) };
    return joinedTallies(
      typeof name === "string"
        ? this.#memo.noted(`tallies: ${name}`, make, goingOn)
        : this.#memo.get(["tallies", ...name], make, goingOn),
    );
  }

  /** What the tallies of segments depend on; null where overrides take some out of theirs. */
  #keyOfSegments({ among }: Ladder, valueId: string | null): KeyPart[] | null {
    const facts = this.#facts;
    if (this.#segments !== this.#decision.segments) return null;
    return [
      facts.keyOf({ measure: "segment" }),
      valueId === null ? null : facts.keyOf({ measure: valueId }),
      among === undefined ? null : facts.keyOf({ condition: among, scope: OPEN_SCOPE }),
      facts.includedKey,
    ];
  }

  /** The word of each account in no tier, as a position. */
  #outside(): Int16Array {
    const ofRows = (rows?: Int32Array) => outsideOf(this.#preset, this.#decision, this.#facts, rows);
    return this.#memo.noted("outside", () => ofRows(), {
      changes: () =>
        union([
          this.#changes.final,
          this.#memo.changes(gatesKey(this.#preset, this.#facts)),
          this.#memo.changes(["overriding"]),
        ]),
      mend: (before, rows) => placed(before, rows, ofRows(rows)),
      compare: differing,
    });
  }

  #ofMeasure(measure: Preset["measures"][number]): readonly Issue[] {
    const kind = measureKind(measure);
    const { issues } = kind;
    if (!issues) return [];
    const facts = this.#facts;
    const key = ["issues", measure.id, facts.keyOf({ measure: measure.id }), facts.includedKey];
    return this.#memo.get(key, () => issues(measure, facts), {
      changes: () =>
        union([facts.changesOf("included"), ...readsOf(measure).map(({ id }) => facts.changesOf({ measure: id }))]),
    });
  }

  #ofValue(id: string): Issue[] {
    const facts = this.#facts;
    const key = ["issues of the value", facts.keyOf({ measure: id }), facts.includedKey];
    return this.#memo.get(key, () => valueIssues(facts.number(id), facts), {
      changes: () => union([facts.changesOf("included"), facts.changesOf({ measure: id })]),
    });
  }

  /** Accounts that came into the best of several tiers without a value: other numbers alone have put them there. */
  #ofBest(id: string): Issue[] {
    const [best, next] = this.#preset.tiers.rungs;
    const facts = this.#facts;
    const { final } = this.#decision;
    if (!best || !next) return [];
    return this.#memo.noted("issues: of the best tier", () => bestIssues(best.label, facts.number(id), final, facts), {
      changes: () => union([this.#changes.final, facts.changesOf({ measure: id })]),
    });
  }

  #ofClasses(name: string, ladder: Ladder, rungOf: Int16Array, rungs: Changes): Issue[] {
    const facts = this.#facts;
    return this.#memo.noted(`issues: ${name}`, () => classIssues(ladder, rungOf, facts), {
      changes: () =>
        union([
          rungs,
          ...ladder.rungs.map((rung, index) => changesBehindRung(rung.when, scopeOf(ladder, index), facts)),
        ]),
    });
  }
}

function changesBehindRung(when: Condition | undefined, scope: Scope, facts: AccountFacts): Changes {
  return when && "top" in when ? changesBehind(when, facts, scope) : NOTHING;
}

/** Segments as they are written: none for whom an override takes out. */
function inSegments({ segments, overriding }: Decision): Int16Array {
  const { excluded, acting } = overriding;
  if (!segments || acting.size === 0 || !excluded.includes(1)) return segments ?? new Int16Array();
  return segments.map((segment, row) => (excluded[row] === 1 ? -1 : segment));
}

function bestIssues(label: string, value: Float64Array, final: Int16Array, facts: AccountFacts): Issue[] {
  const areBest = onRung(final, 0, facts.buffers);
  const said = { code: "best-without-value", severity: "warning", params: { label } } as const;
  const issue = issueOfMissing(said, value, areBest, facts);
  facts.buffers.giveBack(areBest);
  return issue ? [issue] : [];
}

/** Accounts whose value puts them into no share: missing, zero, negative. */
function valueIssues(value: Float64Array, facts: AccountFacts): Issue[] {
  return [
    issueOfMissing({ code: "value-missing", severity: "warning" }, value, facts.included, facts),
    issueOfNumbers({ code: "value-zero", severity: "info" }, value, [0, Number.MIN_VALUE], facts),
    issueOfNumbers({ code: "value-negative", severity: "warning" }, value, [-Infinity, 0], facts),
  ].filter((issue) => issue !== null);
}
