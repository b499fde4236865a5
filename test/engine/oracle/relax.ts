import { fold } from "./cells";
import { comparisonOf } from "./conditions";
import type { Band, Condition, Document, Top, TopCondition } from "./document";
import * as exact from "./exact";
import { fromDecimal, ONE, plus, times, toDouble, ZERO, type Exact } from "./exact";
import type { Measures } from "./measures";

/** Which way the cuts of a condition go: so that more accounts pass, or fewer. */
type Way = "relaxed" | "tightened";

/** The condition with every cut moved by the band. Always made anew: what was ranked for the old one is not its own. */
export function relax(condition: Condition, band: Band, measures: Measures, way: Way = "relaxed"): Condition {
  const again = (part: Condition): Condition => relax(part, band, measures, way);
  if ("all" in condition) return { all: condition.all.map(again) };
  if ("any" in condition) return { any: condition.any.map(again) };
  if ("not" in condition)
    return { not: relax(condition.not, band, measures, way === "relaxed" ? "tightened" : "relaxed") };
  if ("segmentAgain" in condition || "closed" in condition) throw new Error("Relaxed already");
  if ("top" in condition) {
    const { measure, top } = condition as TopCondition;
    return { measure, top: relaxedTop(top, band, way) };
  }
  if ("is" in condition && condition.measure === "segment") return segmentAgain(condition.is, band, measures, way);
  if ("is" in condition || "contains" in condition || "startsWith" in condition) return { ...condition };
  if ("blank" in condition || "unreadable" in condition) return { ...condition };
  if (typeof band !== "number" || measures.type(condition.measure) === "date") return { ...condition };

  const { measure } = condition;
  const outward = way === "relaxed" ? 1 : -1;
  if ("between" in condition) {
    const [from, under] = condition.between;
    return { measure, between: [moved(from, band, -outward), moved(under, band, outward)] };
  }
  const [operator, cut] = comparisonOf(condition);
  switch (operator) {
    case ">=":
    case ">":
      return { measure, [operator]: moved(cut, band, -outward) };
    case "<=":
    case "<":
      return { measure, [operator]: moved(cut, band, outward) };
    case "=":
      return way === "tightened" ? { ...condition } : { measure, closed: [moved(cut, band, -1), moved(cut, band, 1)] };
    case "!=":
      return { ...condition };
  }
}

/** The cut, up or down by a part of its size, to the 15 digits that Excel shows. */
function moved(cut: number, band: number, direction: number): number {
  const size = times(fromDecimal(Math.abs(cut)), fromDecimal(band));
  const to = plus(fromDecimal(cut), times(size, fromDecimal(direction)));
  return Number(toDouble(to).toPrecision(15));
}

function relaxedTop(top: Top, band: Band, way: Way): Top {
  const direction = fromDecimal(way === "relaxed" ? 1 : -1);
  const times1 = (part: number): Exact =>
    times(fromDecimal(part), plus(ONE, times(fromDecimal(bandPart(band)), direction)));
  if (top.count !== undefined) {
    if (typeof band !== "number") return { ...top };
    const count = times1(top.count);
    return { ...top, count: Number(way === "relaxed" ? exact.ceil(count) : exact.floor(count)) };
  }
  const part = top.share ?? top.percent ?? 0;
  const other =
    typeof band === "number" ? times1(part) : plus(fromDecimal(part), times(fromDecimal(band.points), direction));
  const held = exact.sign(other) < 0 ? ZERO : exact.compare(other, ONE) > 0 ? ONE : other;
  const cut = Number(toDouble(held).toPrecision(15));
  return { ...top, ...(top.share !== undefined ? { share: cut } : { percent: cut }) };
}

const bandPart = (band: Band): number => (typeof band === "number" ? band : 0);

function segmentAgain(ids: readonly string[], band: Band, measures: Measures, way: Way): Condition {
  const named = ids.map(fold);
  const { segments }: Document = measures.document;
  const rungs = (segments?.rungs ?? []).map((rung) =>
    rung.when && named.includes(fold(rung.id)) ? { ...rung, when: relax(rung.when, band, measures, way) } : rung,
  );
  return { segmentAgain: named, rungs };
}
