import { makeStyles, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useId } from "react";
import type { TierPlan } from "../../../engine/index";
import { CANNOT_LIST, listOf, PLAN } from "../../strings/plan";
import { usePane } from "../app/PaneContext";
import { whyNotWrite } from "./whyNot";

/** The accounts of a tier, to be handed on. Why they cannot be now stands in the footer, and is told to who asks here. */
export function ListMenu({ tier: { id, label, accounts } }: { tier: TierPlan }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const whyId = useId();
  const whyNot = accounts === 0 ? CANNOT_LIST.noListed : whyNotWrite(state);
  return (
    <div className={styles.menu}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            size="small"
            className={styles.button}
            aria-label={listOf(label)}
            disabledFocusable={whyNot !== null}
            aria-describedby={whyNot === null ? undefined : whyId}
          >
            {PLAN.list}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void actions.listTier(id)}>{PLAN.onNewSheet}</MenuItem>
            <MenuItem onClick={() => void actions.saveTierCsv(id)}>{PLAN.asCsv}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <span id={whyId} hidden>
        {whyNot}
      </span>
    </div>
  );
}

const useStyles = makeStyles({ menu: { flexShrink: "0" }, button: { minWidth: "auto" } });
