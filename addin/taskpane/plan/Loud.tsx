import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Preview } from "../../excel/tiering";
import { loudestSentence, loudSentence, PLAN } from "../../strings/plan";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { AccountList } from "../app/AccountList";
import { FieldChoice, fieldsRead, labelOf } from "./FieldChoice";

/** The field that tells the work where no other is chosen; `loudest` of the engine goes by the same. */
const TICKETS = "tickets";
/** How many accounts are named. */
const MOST = 20;

/** Who makes much work and brings little. */
export function Loud({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const [chosen, choose] = useState("");
  const { preset } = preview.run;
  const choices = fieldsRead(preview, "number");
  const effort = [chosen, TICKETS].find((id) => choices.some((choice) => choice.id === id)) ?? "";
  const loudest = useAnswer("loudest", effort === "" ? null : { effort });
  const by = labelOf(preset, loudest?.effortBy ?? effort);
  const labels = new Map(preset.tiers.rungs.map(({ id, label }) => [id, label]));
  return (
    <div className={styles.part}>
      <FieldChoice
        label={PLAN.work}
        choices={effort === "" ? [{ id: "", label: PLAN.noWork }, ...choices] : choices}
        chosen={effort}
        onChange={choose}
      />
      {effort === "" && <p className={styles.sentence}>{PLAN.chooseWork}</p>}
      {effort !== "" && !loudest && <Waiting />}
      {effort !== "" && loudest && <p className={styles.sentence}>{loudestSentence(by, loudest.count)}</p>}
      {effort !== "" && loudest && loudest.count > 0 && (
        <AccountList
          label={PLAN.loudest}
          count={loudest.count}
          lines={loudest.accounts.slice(0, MOST).map((loud) => {
            const { account, row } = loud;
            return { account, row, text: loudSentence({ ...loud, by, tier: labels.get(loud.tier) ?? loud.tier }) };
          })}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: "grid", gap: tokens.spacingVerticalS, minWidth: "0" },
  sentence: { margin: "0" },
});
