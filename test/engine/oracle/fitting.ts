import type { Condition, Document, Measure, Rung } from "./document";
import { FIELDS } from "./randomConditions";
import { COLUMNS, tierIds } from "./randomTable";

export const PRESET_ID = "random";

/** The pieces of a preset, before they are made to fit each other. */
export interface Draft {
  readonly measures: readonly Measure[];
  /** Fields that are read from two columns. */
  readonly many: readonly string[];
  readonly combines: Readonly<Record<string, string | null>>;
  readonly gates: readonly { when: Condition; exclude: string | null; maxTier: number }[];
  readonly segments: Ladderlike | null;
  readonly tiers: Ladderlike;
  readonly capacities: readonly (object | null)[];
  readonly steadiness: object | null;
  readonly bumps: { rules: readonly { when: Condition; move: number }[] } | null;
  readonly flags: readonly Condition[];
  readonly rollUp: boolean;
  readonly currency: { rates: Record<string, number>; of: string[] } | null;
}
interface Ladderlike {
  readonly among?: Condition;
  readonly rungs: readonly Rung[];
}

/** A preset that the gate should accept: its cuts ascend, what it names is there, and what nothing reads is not. */
export function fitted(raw: Draft): Document {
  const {
    measures: every,
    gates,
    segments,
    tiers,
    steadiness,
    bumps,
    flags,
    currency,
  } = JSON.parse(
    JSON.stringify(raw), // a part may be one object in several places
  ) as Draft;
  const last = tiers.rungs.length - 1;
  loosen(tiers.rungs);
  if (segments) loosen(segments.rungs);
  const document = {
    ...{ format: 1, id: PRESET_ID, name: "Random" },
    measures: every,
    rollUp: raw.rollUp ? { by: "parent" } : null,
    currency: currency ? { field: "currency", base: "EUR", ...currency } : null,
    gates: gates.map((gate, i) => ({
      id: `g${i + 1}`,
      when: gate.when,
      else: gate.exclude === null ? { maxTier: tierIds[Math.min(gate.maxTier, last)] } : { exclude: gate.exclude },
    })),
    ...(segments && { segments }),
    tiers: {
      ...tiers,
      rungs: tiers.rungs.map((rung, i) => ({ ...rung, ...seatsFor(raw.capacities[i] ?? null, i === last) })),
    },
    steadiness,
    bumps: bumps && {
      ...bumps,
      rules: bumps.rules.map((rule, i) => ({ id: `b${i + 1}`, ...rule, reason: "Known to be so" })),
    },
    flags: flags.map((when, i) => ({ id: `f${i + 1}`, label: `Flag ${i + 1}`, when })),
  };
  const named = withLadderIds(document, segments?.rungs.length ?? 0, tiers.rungs.length) as typeof document;
  return pruned(named as unknown as Document, raw);
}

/** The last tier takes everybody. */
function seatsFor(one: object | null, isLast: boolean): object {
  if (!one) return {};
  const { max: _max, perOwner: _perOwner, owners: _owners, ...rest } = one as Record<string, unknown>;
  return { capacity: isLast ? rest : one };
}

/** Names only rungs that are there; where there are no segments, nothing asks about them. */
function withLadderIds(part: unknown, segments: number, tiers: number): unknown {
  if (Array.isArray(part)) return part.map((one) => withLadderIds(one, segments, tiers));
  if (typeof part !== "object" || part === null) return part;
  const copy = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withLadderIds(value, segments, tiers)]),
  );
  const { measure, is } = copy as { measure?: string; is?: string[] };
  if (measure === "segment" && segments === 0) return { ...copy, measure: "place" };
  if (measure !== "segment" && measure !== "tier") return copy;
  const most = measure === "segment" ? segments : tiers;
  return is ? { ...copy, is: [...new Set(is.map((id) => id[0] + String(Math.min(most, Number(id.slice(1))))))] } : copy;
}

/** Cuts that rise from rung to rung, and comparisons that let more through further down, as the gate asks for. */
function loosen(rungs: readonly Rung[]): void {
  type Mutable = { measure: string; top?: Record<string, number> } & Record<string, number>;
  const groups = new Map<string, { set: (cut: number) => void; cut: number }[]>();
  const add = (group: string, on: Record<string, number>, key: string): void => {
    const known = groups.get(group) ?? [];
    groups.set(group, [...known, { cut: on[key] ?? 0, set: (cut) => (on[key] = cut) }]);
  };
  const walk = (condition: Condition): void => {
    if ("all" in condition) condition.all.forEach(walk);
    else if ("any" in condition) condition.any.forEach(walk);
    else if ("not" in condition) walk(condition.not);
    else if ("top" in condition) {
      const { measure, top: what } = condition as unknown as Mutable;
      const kind = ["share", "percent", "count"].find((key) => what && key in what);
      if (what && kind !== undefined) add(`${measure} ${kind}`, what, kind);
    }
  };
  for (const { when } of rungs) {
    if (!when) continue;
    walk(when);
    const condition = when as unknown as Mutable;
    const operator = [">=", ">", "<=", "<"].find((key) => key in condition);
    if (operator !== undefined) add(`${condition.measure} ${operator[0]}`, condition, operator);
  }
  for (const [group, cuts] of groups) {
    const kind = group.split(" ").at(-1) ?? "";
    const sorted = cuts.map(({ cut }) => cut).sort((a, b) => (kind === ">" ? b - a : a - b));
    const step = kind === ">" ? -1 : kind === "<" || kind === "count" ? 1 : 0.01;
    for (let i = 1; i < sorted.length; i++) {
      const before = sorted[i - 1] ?? 0;
      const isBeyond = step > 0 ? (sorted[i] ?? 0) > before : (sorted[i] ?? 0) < before;
      if (!isBeyond) sorted[i] = Math.round((before + step) * 1e6) / 1e6;
    }
    if (step === 0.01) {
      let most = 1;
      for (let i = sorted.length - 1; i >= 0; i--) {
        sorted[i] = Math.min(most, sorted[i] ?? 0);
        most = Math.round(((sorted[i] ?? 0) - 0.01) * 1e6) / 1e6;
      }
    }
    cuts.forEach(({ set }, i) => set(sorted[i] ?? 0));
  }
}

/** Without what nothing reads, so that a counterexample shows only what it is about. */
function pruned(document: Document, raw: Draft): Document {
  const { measures: every = [], fields: _fields, ...rest } = document;
  const wanted = new Set(["account", "value"]);
  const seen = new Set<string>();
  const note = (part: unknown): void => {
    if (typeof part === "string") wanted.add(part.replace(/\.(completeness|basis)$/, ""));
    else if (Array.isArray(part)) part.forEach(note);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(note);
  };
  note(rest);
  for (let before = -1; before < seen.size;) {
    before = seen.size;
    for (const measure of every) {
      if (!wanted.has(measure.id) || seen.has(measure.id)) continue;
      seen.add(measure.id);
      note(measure);
    }
  }
  const needsOwner = document.tiers.rungs.some(({ capacity: one }) => one?.perOwner !== undefined);
  if (needsOwner) wanted.add("owner");
  const fields = Object.entries(COLUMNS).filter(([id]) => wanted.has(id));
  return {
    ...rest,
    fields: Object.fromEntries(fields.map(([id, headers]) => [id, fieldOf(id, headers, raw)])),
    measures: every.filter(({ id }) => seen.has(id)),
  };
}

function fieldOf(id: string, headers: readonly string[], { many, combines }: Draft): Document["fields"][string] {
  const isDate = FIELDS.dates.includes(id);
  const type =
    FIELDS.texts.includes(id) || id === "currency" ? "text" : isDate ? "date" : id === "active" ? "boolean" : "number";
  const combine = combines[id];
  const field = {
    ...{ type, headers: many.includes(id) ? headers : headers.slice(0, 1) },
    ...(id === "account" && { required: true }),
    ...(many.includes(id) && { many: true }),
    ...(typeof combine === "string" && { combine }),
  };
  return field as Document["fields"][string];
}
