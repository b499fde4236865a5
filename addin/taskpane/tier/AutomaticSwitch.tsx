import { Field, makeStyles, Switch } from "@fluentui/react-components";
import { AUTOMATIC } from "../../strings/automatic";
import { usePane } from "../app/PaneContext";
import { isAutomaticOn, whyNotAutomatic } from "./status";

/** Whether the tiers follow the analyst's edits, for this session. */
export function AutomaticSwitch() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const isOn = isAutomaticOn(state);
  const whyNot = whyNotAutomatic(state);
  return (
    <Field hint={whyNot ?? (isOn ? AUTOMATIC.lasts : undefined)}>
      <Switch
        className={styles.switch}
        label={AUTOMATIC.name}
        checked={isOn}
        disabled={whyNot !== null}
        onChange={(_, { checked }) => void actions.setAutomatic(checked)}
      />
    </Field>
  );
}

const useStyles = makeStyles({ switch: { marginInlineStart: "-8px" } });
