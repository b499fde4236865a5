import { makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { SegmentRung, TierRung } from "../../../engine/index";
import { list } from "../../strings/format";
import { hours, hoursOfMonth, PLAN, PLAY_TERMS } from "../../strings/plan";
import { Terms, type Term } from "./Terms";

/** What the accounts of each tier or segment are treated with. */
export function Plays({ rungs }: { rungs: readonly (TierRung | SegmentRung)[] }) {
  const styles = useStyles();
  return (
    <div className={styles.plays}>
      {rungs.map(({ id, label, name, play }) => (
        <section key={id} aria-label={label} className={styles.play}>
          <div className={styles.title}>
            <Subtitle2 as="h3" className={styles.label}>
              <bdi>{label}</bdi>
            </Subtitle2>
            {name !== undefined && <span className={styles.also}>{name}</span>}
          </div>
          {play && Object.keys(play).length > 0 ? (
            <Terms of={termsOf(play)} />
          ) : (
            <p className={styles.none}>{PLAN.noPlay}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function termsOf(play: NonNullable<TierRung["play"]>): Term[] {
  const { roles, entitlements, slaHours, hoursPerAccountMonth, hoursAvailableMonth } = play;
  const monthly = (value: number | undefined) => (value === undefined ? null : hoursOfMonth(value));
  const says = {
    ...play,
    roles: roles && roles.length > 0 ? list(roles) : null,
    slaHours: slaHours === undefined ? null : hours(slaHours),
    hoursPerAccountMonth: monthly(hoursPerAccountMonth),
    hoursAvailableMonth: monthly(hoursAvailableMonth),
    entitlements: entitlements && entitlements.length > 0 ? <Entitlements of={entitlements} /> : null,
  };
  const names = Object.keys(PLAY_TERMS) as (keyof typeof PLAY_TERMS)[];
  return names.map((name) => ({ name: PLAY_TERMS[name], says: says[name] }));
}

function Entitlements({ of }: { of: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.entitlements}>
      {of.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  plays: { display: "grid", gap: tokens.spacingVerticalL },
  play: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: "0" },
  title: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  label: { margin: "0", overflowWrap: "anywhere" },
  also: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  none: { margin: "0", color: tokens.colorNeutralForeground2 },
  entitlements: { margin: "0", paddingInlineStart: tokens.spacingHorizontalL },
});
