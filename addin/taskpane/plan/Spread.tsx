import {
  CONCENTRATION_TERMS as TERMS,
  eightySentence,
  giniSentence,
  hhiSentence,
  leftOutSentence,
  PLAN,
  shareOfValue,
} from "../../strings/plan";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { Terms } from "./Terms";

/** How unevenly the value is spread over the accounts. */
export function Spread() {
  const spread = useAnswer("concentration");
  if (!spread) return <Waiting />;
  const { count, cr1, cr5, cr10, accountsFor80, gini, hhi10000, effectiveNumber, negative, missing } = spread;
  if (cr1 === null || cr5 === null || cr10 === null) return <p>{PLAN.noConcentration}</p>;
  return (
    <Terms
      of={[
        { name: TERMS.first, says: shareOfValue(cr1) },
        { name: TERMS.five, says: count > 5 ? shareOfValue(cr5) : null },
        { name: TERMS.ten, says: count > 10 ? shareOfValue(cr10) : null },
        { name: TERMS.eighty, says: accountsFor80 === null ? null : eightySentence(accountsFor80, count) },
        { name: TERMS.gini, says: gini === null ? null : giniSentence(gini) },
        {
          name: TERMS.hhi,
          says: hhi10000 === null || effectiveNumber === null ? null : hhiSentence(hhi10000, effectiveNumber),
        },
        { name: TERMS.leftOut, says: negative + missing > 0 ? leftOutSentence(negative, missing) : null },
      ]}
    />
  );
}
