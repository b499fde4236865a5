import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import { formatAddress, parseAddress } from "../host/rules/address";
import type { Area, CellValue, WorkbookSnapshot } from "../host/snapshot";
import { rangeOf } from "../host/univer/ranges";
import { hexOf } from "../host/univer/styles";
import type { GridDesk } from "./gridDesk";

/**
 * `window.sandbox`: what a canvas shows, for tests and for the console. Addresses name their sheet (`"Accounts!B2"`) or
 * mean the one in front.
 */
export interface Sandbox {
  value(address: string): CellValue;
  /** The value where there is none. */
  formula(address: string): CellValue;
  /** The colour behind a cell as it is drawn, by whatever rule, as `#RRGGBB`; `""` where there is none. */
  fill(address: string): string;
  selection(): string[];
  /** Also brings it into view. */
  select(address: string): void;
  /** What a person types into a cell. */
  type(address: string, text: CellValue): void;
  /** The middle of a cell of the sheet in front, in pixels of the page; not of one that is frozen. */
  place(address: string): { x: number; y: number };
  snapshot(): WorkbookSnapshot;
  /** Resolves when the pane asks nothing more and has been told everything. */
  settled(): Promise<void>;
}

export function sandboxOf(grid: GridDesk): Sandbox {
  const find = (address: string): { sheet: string; area: Area } => {
    const parsed = parseAddress(address);
    const { workbook } = grid;
    const named = workbook.sheets().find(({ name }) => name === parsed?.sheet);
    if (!parsed || (parsed.sheet !== null && !named)) throw new Error(`There is no ${address}.`);
    return { sheet: named?.id ?? workbook.activeSheet(), area: parsed.area };
  };
  return {
    value(address) {
      const { sheet, area } = find(address);
      return grid.workbook.readValues(sheet, area)[0]?.[0] ?? "";
    },
    formula(address) {
      const { sheet, area } = find(address);
      return grid.workbook.readFormulas(sheet, area)[0]?.[0] ?? "";
    },
    fill(address) {
      const { sheet, area } = find(address);
      const { bg } = grid.workbook.unit.worksheet(sheet).getComposedCellStyle(area.row, area.column);
      return hexOf(bg?.rgb) ?? "";
    },
    selection() {
      const { activeSheet, selection } = grid.desk.overview();
      return selection.map((area) => formatAddress(activeSheet, area));
    },
    select(address) {
      grid.desk.user("select", address);
      grid.bringIntoView(find(address).area);
    },
    type(address, text) {
      const { sheet, area } = find(address);
      grid.run("sheet.command.set-range-values", { subUnitId: sheet, range: rangeOf(area), value: { v: text } });
    },
    place: (address) => placeOf(grid, find(address).area),
    snapshot: () => grid.desk.snapshot(),
    async settled() {
      for (let before = -1, now = 0; before !== now; now = grid.desk.traffic().requests) {
        before = now;
        await grid.desk.settled();
        await new Promise((done) => setTimeout(done, QUIET));
      }
    },
  };
}

/** In milliseconds: the pane waits for a while before it reads what was edited. */
const QUIET = 500;

function placeOf({ workbook: { unit } }: GridDesk, { row, column }: Area): { x: number; y: number } {
  const render = unit.service(IRenderManagerService).getRenderById(unit.id);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !skeleton || !view) throw new Error("Nothing is drawn yet.");
  const { startX, startY, endX, endY } = skeleton.getCellWithCoordByIndex(row, column);
  const { left, top } = render.engine.getCanvasElement().getBoundingClientRect();
  return { x: left + (startX + endX) / 2 - view.viewportScrollX, y: top + (startY + endY) / 2 - view.viewportScrollY };
}
