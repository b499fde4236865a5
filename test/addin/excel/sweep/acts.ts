import type { Outcome } from "../../../../addin/excel/problem";
import type { Tiering } from "../../../../addin/excel/tiering";
import type { CellValue, WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import type { Preset } from "../../../../engine/index";
import { applied, DAY, KINDS, must, opened, PRESET, previewed, reopened, type Kind, type Opened } from "../workbooks";
import { amongNeighbours, EVERY_COLUMN, RECOLOURED, RENAMED } from "./neighbours";

/** One thing that writes. */
export interface Act {
  readonly name: string;
  /** write: noted down, so that it can be repaired · undo: takes back what was done last · repair · plain: one setting · sheet:
   * a sheet that is added, of which half may be left where Excel does not answer any more. */
  readonly does: "write" | "undo" | "repair" | "plain" | "sheet";
  /** Where it makes a difference what the accounts stand in. */
  readonly kinds: readonly Kind[];
  /** The workbook to start from, and the call itself. */
  prepare(kind: Kind): Promise<Prepared>;
}

export interface Prepared {
  readonly start: WorkbookSnapshot;
  act(tiering: Tiering): Promise<Outcome<unknown>>;
  /** Where something is taken back: the workbook before that was done. */
  readonly wanted?: WorkbookSnapshot;
}

/** Everything about tiers that stand beside accounts. */
export const RUNS: readonly Act[] = [
  run("apply", async (kind) => {
    const start = amongNeighbours(kind);
    const preview = await previewed(opened(start));
    return { start, act: (tiering) => tiering.apply(preview) };
  }),
  run("apply with every column", async (kind) => {
    const start = amongNeighbours(kind);
    const preview = await previewed(opened(start), EVERY_COLUMN);
    return { start, act: (tiering) => tiering.apply(preview) };
  }),
  run("apply with a changed preset", (kind) => changed(amongNeighbours(kind), PRESET, RENAMED)),
  run("apply with other colours", (kind) => changed(amongNeighbours(kind), PRESET, RECOLOURED)),
  run("apply with further columns", (kind) => changed(amongNeighbours(kind), PRESET, wider(EVERY_COLUMN))),
  run("refresh", async (kind) => {
    const { book, id } = await staled(kind);
    return { start: reopened(book), act: (tiering) => tiering.refresh(id, DAY) };
  }),
  run("refresh with rows that were appended", async (kind) => {
    const { book, id } = await staled(kind);
    book.user.type("A12", "Kite");
    book.user.type("B12", 700);
    return { start: reopened(book), act: (tiering) => tiering.refresh(id, DAY) };
  }),
  run("refresh of columns that take the journal to a sheet", async (kind) => {
    const { book, id } = await staled(kind, large());
    book.user.type("B6", 90_000); // all others are worth less now
    return { start: reopened(book), act: (tiering) => tiering.refresh(id, DAY) };
  }),
  run("refresh with every column", async (kind) => {
    const book = opened(amongNeighbours(kind));
    must(await book.tiering.presets.save(EVERY_COLUMN));
    const { record } = await applied(book, EVERY_COLUMN);
    book.user.type("B6", 900);
    return { start: reopened(book), act: (tiering) => tiering.refresh(record.id, DAY) };
  }),
  {
    ...run("undo", async (kind) => {
      const { book, id } = await staled(kind);
      const wanted = reopened(book);
      must(await book.tiering.refresh(id, DAY));
      return { start: reopened(book), wanted, act: (tiering) => tiering.undo() };
    }),
    does: "undo",
  },
  {
    ...run("undo of a first run", async (kind) => {
      const book = opened(amongNeighbours(kind));
      const wanted = reopened(book);
      await applied(book);
      return { start: reopened(book), wanted, act: (tiering) => tiering.undo() };
    }),
    does: "undo",
  },
  {
    ...run("undo of every column", async (kind) => {
      const book = opened(amongNeighbours(kind));
      const wanted = reopened(book);
      await applied(book, EVERY_COLUMN);
      return { start: reopened(book), wanted, act: (tiering) => tiering.undo() };
    }),
    does: "undo",
  },
  {
    ...run("undo of a changed preset", async (kind) => {
      const book = opened(amongNeighbours(kind));
      await applied(book);
      const wanted = reopened(book);
      await applied(book, RENAMED);
      return { start: reopened(book), wanted, act: (tiering) => tiering.undo() };
    }),
    does: "undo",
  },
];

function run(name: string, prepare: Act["prepare"]): Act {
  return { name, does: "write", kinds: KINDS, prepare };
}

/** Tiered by one preset; what is asked for is the other one. */
async function changed(from: WorkbookSnapshot, first: Preset, second: Preset): Promise<Prepared> {
  const book = opened(from);
  await applied(book, first);
  const start = reopened(book);
  const preview = await previewed(opened(start), second);
  return { start, act: (tiering) => tiering.apply(preview) };
}

/** The same preset by its id, so that its columns come beside those that are there. */
function wider(preset: Preset): Preset {
  return { ...preset, id: PRESET.id };
}

async function staled(kind: Kind, cells?: CellValue[][]): Promise<{ book: Opened; id: string }> {
  const book = opened(amongNeighbours(kind, cells));
  const { record } = await applied(book);
  book.user.type("B6", 900);
  return { book, id: record.id };
}

/** Ten accounts whose names are too long for the settings when half of the tiers change. */
function large(): CellValue[][] {
  const rows = Array.from({ length: 10 }, (_, i): CellValue[] => [`${i} ${"x".repeat(20_000)}`, 300 - i]);
  return [["Account", "Revenue"], ...rows];
}
