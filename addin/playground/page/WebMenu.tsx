import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
} from "@fluentui/react-components";
import { CloudRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Desk } from "./desk";

/** A request or an answer larger than this fails in Excel on the web, in bytes. */
const WEB_PAYLOAD = 5 * 1024 * 1024;
/** Of each answer over a slow link, in milliseconds. */
const SLOW = 400;

const FAULTS: Readonly<Record<string, (desk: Desk) => void>> = {
  "Lose the next answer": ({ faults }) => faults.inject({ request: 1, when: "after", reply: "lost" }),
  "End the session": ({ faults }) => faults.inject({ request: 1, when: "before", session: "gone" }),
};

/** What can be otherwise in Excel on the web than on a desk: the limit, the link, and what goes wrong on it. */
export function WebMenu({ desk }: { readonly desk: Desk }) {
  const [checked, setChecked] = useState<Record<string, string[]>>({ link: [] });
  const choose = (items: string[]): void => {
    setChecked({ link: items });
    desk.imitate({
      maxPayload: items.includes("limit") ? WEB_PAYLOAD : Infinity,
      latency: items.includes("slow") ? SLOW : 0,
    });
    desk.faults.clear();
    if (items.includes("refuse")) {
      desk.faults.inject({ request: 1, when: "before", code: "GeneralException", times: Infinity });
    }
  };
  return (
    <Menu checkedValues={checked} onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems)}>
      <MenuTrigger>
        <ToolbarButton icon={<CloudRegular />}>Excel on the web</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemCheckbox name="link" value="limit">
            Limit of 5 MB
          </MenuItemCheckbox>
          <MenuItemCheckbox name="link" value="slow">
            Slow link
          </MenuItemCheckbox>
          <MenuItemCheckbox name="link" value="refuse">
            Refuse all requests
          </MenuItemCheckbox>
          <MenuDivider />
          {Object.entries(FAULTS).map(([name, inject]) => (
            <MenuItem key={name} onClick={() => inject(desk)}>
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
