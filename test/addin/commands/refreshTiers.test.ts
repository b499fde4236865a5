import { expect, test } from "vitest";
import { refreshTiers } from "../../../addin/commands/refreshTiers";
import type { Outcome, ProblemCode } from "../../../addin/excel/problem";
import type { Tiering } from "../../../addin/excel/tiering";

const ok = <T>(value: T) => Promise.resolve({ ok: true, value } as Outcome<T>);
const problem = (code: ProblemCode) =>
  Promise.resolve({ ok: false, problem: { code, params: {}, written: "nothing" } } as const);

/** A workbook with two tiered sources of 10 accounts, of which `selected` is the one the selection is in. */
function workbook(refresh: (id: string) => unknown, selected?: string): { tiering: Tiering; refreshed: string[] } {
  const refreshed: string[] = [];
  const tiering = {
    sources: () => ok([{ id: "a" }, { id: "b" }]),
    find: () => (selected ? ok({ record: { id: selected } }) : problem("selection-not-cells")),
    refresh: (id: string) => (refreshed.push(id), refresh(id)),
  };
  return { tiering: tiering as unknown as Tiering, refreshed };
}
const tiered = (cells: number) => ok({ cells, run: { size: 10 } });

test.each([
  { selected: undefined, refreshes: ["a", "b"], says: "Refreshed 20 accounts: 6 cells changed." },
  { selected: "b", refreshes: ["b"], says: "Refreshed 10 accounts: 3 cells changed." },
])("refreshes what is selected, else everything (selected: $selected)", async ({ selected, refreshes, says }) => {
  const { tiering, refreshed } = workbook(() => tiered(3), selected);
  expect(await refreshTiers(tiering, "2026-01-31")).toEqual({ message: says, needsPerson: false });
  expect(refreshed).toEqual(refreshes);
});

test("a question brings a person in, and nothing further is refreshed", async () => {
  const { tiering, refreshed } = workbook(() => problem("owned-column-gone"));
  const said = await refreshTiers(tiering, "2026-01-31");
  expect(said.needsPerson).toBe(true);
  expect(said.message).toMatch(/deleted/);
  expect(refreshed).toEqual(["a"]);
});

test("a workbook that was never tiered is a question too", async () => {
  const { tiering } = workbook(() => tiered(0));
  expect((await refreshTiers({ ...tiering, sources: () => ok([]) }, "2026-01-31")).needsPerson).toBe(true);
});

test("accounts whose sheet was deleted keep no others from being refreshed; alone they are a question", async () => {
  const refresh = (id: string) => (id === "a" ? problem("source-gone") : tiered(3));
  const { tiering, refreshed } = workbook(refresh);
  expect(await refreshTiers(tiering, "2026-01-31")).toEqual({
    message: "Refreshed 10 accounts: 3 cells changed.",
    needsPerson: false,
  });
  expect(refreshed).toEqual(["a", "b"]);
  const { tiering: alone } = workbook(() => problem("source-gone"));
  expect((await refreshTiers(alone, "2026-01-31")).needsPerson).toBe(true);
});

test("a day that was chosen is kept to, others are refreshed as of today", async () => {
  const days: string[] = [];
  const { tiering } = workbook(() => tiered(0));
  const records = [
    { id: "a", asOf: "2025-10-31", isDayFixed: true },
    { id: "b", asOf: "2025-10-31", isDayFixed: false },
  ] as never[];
  const refresh = (_: string, day: string) => (days.push(day), tiered(0) as never);
  await refreshTiers({ ...tiering, sources: () => ok(records), refresh }, "2026-01-31");
  expect(days).toEqual(["2025-10-31", "2026-01-31"]);
});
