import { createRoot } from "react-dom/client";
import { GridDesk } from "./gridDesk";
import { Playground } from "./Playground";
import { sandboxOf } from "./sandbox";
import { addUniverLook } from "./univerLook";
import { isSystemDark } from "./useDarkMode";

const page = document.getElementById("page");
if (page) {
  addUniverLook();
  const place = document.createElement("div");
  place.style.height = "100%";
  const grid = new GridDesk(place, isSystemDark());
  grid.desk.openSample("accounts");
  createRoot(page).render(<Playground grid={grid} place={place} />);
  Object.assign(globalThis, { sandbox: sandboxOf(grid) });
}
