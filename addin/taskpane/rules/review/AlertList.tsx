import { Text } from "@fluentui/react-components";
import { ALERT_CODES, alertSubject, type AlertCode } from "../../../../engine/index";
import { SEVERITY_WORDS } from "../../../strings/sheets";
import { goneName } from "../../../strings/rules/controls";
import { ALERT_ABOUT, alertTitle, hasFlag, REVIEW_RULES } from "../../../strings/rules/review";
import { CardList } from "../controls/CardList";
import { Checks } from "../controls/Checks";
import { Choice, type Choosable } from "../controls/Choice";
import { NumberBox } from "../controls/NumberBox";
import type { Path } from "../document";
import { idFrom } from "../ids";
import { tiersOf } from "../ladder/rungs";
import { useRules } from "../RulesContext";

interface AlertShape {
  readonly id: string;
  readonly on?: AlertCode | undefined;
  readonly flag?: string | undefined;
  readonly from: readonly string[];
  readonly severity: keyof typeof SEVERITY_WORDS;
}

const MOST = 50;
/** Begins what stands for a flag among the codes. */
const FLAG = "flag:";

/** What somebody must look at. Of several alerts about the same the first that names a tier tells it. */
export function AlertList({ path }: { path: Path }) {
  const rules = useRules();
  const alerts = (rules.at(path) ?? []) as readonly AlertShape[];
  const tiers = tiersOf(rules.document);
  const abouts = aboutsOf(rules.document.flags ?? []);
  const title = (entry: unknown) => {
    const alert = entry as AlertShape;
    const about = nameIn(abouts, aboutOf(alert));
    return alertTitle(
      about,
      alert.from.map((id) => nameIn(tiers, id)),
      SEVERITY_WORDS[alert.severity],
    );
  };
  const newAlert = () => {
    const told = new Set(alerts.map(aboutOf));
    const on = ALERT_CODES.find((code) => code !== "flagged" && !told.has(code)) ?? "slipped";
    const id = idFrom(
      ALERT_ABOUT[on],
      alerts.map((alert) => alert.id),
    );
    return { id, on, from: tiers.slice(0, 1).map(({ value }) => value), severity: "medium", dueDays: 10 };
  };
  return (
    <div>
      <Text weight="semibold">{REVIEW_RULES.alerts}</Text>
      {alerts.length === 0 && <Text size={200}>{REVIEW_RULES.noAlerts}</Text>}
      <CardList path={path} title={title} add={{ label: REVIEW_RULES.addAlert, entry: newAlert }} isFolded most={MOST}>
        {(at, alert) => <AlertCard path={at} alert={alert as AlertShape} abouts={abouts} tiers={tiers} />}
      </CardList>
    </div>
  );
}

interface CardProps {
  readonly path: Path;
  readonly alert: AlertShape;
  readonly abouts: readonly Choosable[];
  readonly tiers: readonly Choosable[];
}

function AlertCard({ path, alert, abouts, tiers }: CardProps) {
  const rules = useRules();
  const choose = (about = "") => {
    const { flag: _, ...rest } = alert;
    const isFlag = about.startsWith(FLAG);
    rules.set(path, isFlag ? { ...rest, on: "flagged", flag: about.slice(FLAG.length) } : { ...rest, on: about });
  };
  return (
    <>
      <Choice
        label={REVIEW_RULES.about}
        path={[...path, "on"]}
        options={abouts}
        chosen={aboutOf(alert)}
        onChoose={choose}
      />
      <Checks label={REVIEW_RULES.from} path={[...path, "from"]} options={tiers} />
      <Choice
        label={REVIEW_RULES.severity}
        path={[...path, "severity"]}
        options={Object.entries(SEVERITY_WORDS).map(([value, name]) => ({ value, name }))}
      />
      <NumberBox label={REVIEW_RULES.dueDays} path={[...path, "dueDays"]} unit={REVIEW_RULES.days} />
    </>
  );
}

/** A code, or a flag by its id. */
function aboutOf(alert: AlertShape): string {
  const { code, flag } = alertSubject(alert);
  return flag === null ? code : FLAG + flag;
}

function aboutsOf(flags: readonly { readonly id: string; readonly label: string }[]): readonly Choosable[] {
  const isGrowing = flags.some(({ id }) => id === "growing");
  const codes = ALERT_CODES.filter((code) => code !== "flagged" && (code !== "growing" || isGrowing));
  return [
    ...codes.map((code) => ({ value: code, name: ALERT_ABOUT[code] })),
    ...flags.map(({ id, label }) => ({ value: FLAG + id, name: hasFlag(label) })),
  ];
}

function nameIn(choices: readonly Choosable[], value: string): string {
  return choices.find((choice) => choice.value === value)?.name ?? goneName(value.replace(FLAG, ""));
}
