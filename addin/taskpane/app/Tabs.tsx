import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { PANE } from "../../strings/pane";
import { usePane } from "./PaneContext";
import type { Screen } from "./state";

/** Tier, Review and Plan: three looks at the same accounts. */
export function Tabs() {
  const styles = useStyles();
  const { state, actions } = usePane();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={PANE.screens}
      selectedValue={state.screen}
      onTabSelect={(_, { value }) => actions.go(value as Screen)}
    >
      <Tab value="tier" id="tab-tier">
        {PANE.tierTab}
      </Tab>
      <Tab value="review" id="tab-review">
        {PANE.reviewTab}
      </Tab>
      <Tab value="plan" id="tab-plan">
        {PANE.planTab}
      </Tab>
    </TabList>
  );
}

const useStyles = makeStyles({
  tabs: {
    marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
