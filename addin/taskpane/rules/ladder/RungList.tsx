import { LADDER } from "../../../strings/rules/ladder";
import { CardList } from "../controls/CardList";
import { useRules } from "../RulesContext";
import { newRung, type LadderName } from "./newRung";
import { Ranking } from "./Ranking";
import { RungCard } from "./RungCard";
import { labelOf, useTitles } from "./useTitles";

/** The most rungs that each ladder may have. */
const MOST = { segments: 24, tiers: 12 } as const;

/** The rungs of a ladder, best first, and how they rank. */
export function RungList({ ladder }: { ladder: LadderName }) {
  const rules = useRules();
  const title = useTitles(ladder);
  const path = [ladder, "rungs"];
  const rungs = rules.at(path);
  const last = Array.isArray(rungs) ? rungs.length - 1 : 0;
  const add = {
    label: ladder === "tiers" ? LADDER.addTier : LADDER.addSegment,
    entry: () => newRung(rules.document, rules.preset, ladder),
    isBeforeLast: true,
    hint: LADDER.addHint,
  };
  return (
    <>
      <CardList
        path={path}
        title={title}
        name={(rung) => labelOf(rung) || LADDER.unnamed}
        add={add}
        isLastFixed
        isFolded
        most={MOST[ladder]}
      >
        {(at, _, index) => <RungCard ladder={ladder} path={at} isLast={index === last} />}
      </CardList>
      <Ranking ladder={ladder} />
    </>
  );
}
