import { expect, test } from "vitest";
import type { Outcome } from "../../../addin/excel/problem";
import type { Source } from "../../../addin/excel/source";
import type { Unwatch } from "../../../addin/excel/watch";
import { createWatch } from "../../../addin/taskpane/app/sourceWatch";
import { refused, sourceOf } from "./fakePreview";

const named = (id: string): Source => ({ ...sourceOf(), sheet: { id, name: id } });

/** A watch whose registrations a test answers by hand; `watched` is what Excel still tells of. */
function watching() {
  const watched = new Set<string>();
  const answers = new Map<string, () => void>();
  const watch = createWatch(
    {
      watch: ({ sheet }) =>
        new Promise<Outcome<Unwatch>>((done) => {
          answers.set(sheet.id, () => {
            watched.add(sheet.id);
            done({ ok: true, value: async () => void watched.delete(sheet.id) });
          });
        }),
    },
    () => undefined,
  );
  return { watch, watched, answer: (id: string) => answers.get(id)?.() };
}

test("a registration that is answered after a later one is given back", async () => {
  const { watch, watched, answer } = watching();
  const [first, second] = [new AbortController(), new AbortController()];
  const one = watch.over(named("One"), first.signal);
  first.abort();
  const two = watch.over(named("Two"), second.signal);
  answer("Two");
  await two;
  answer("One");
  await one;
  expect([...watched]).toEqual(["Two"]);
});

test("the next source takes the place of the one before; the same one is asked for once; in the end there is none", async () => {
  const { watch, watched, answer } = watching();
  const { signal } = new AbortController();
  for (const id of ["One", "Two"]) {
    const over = watch.over(named(id), signal);
    answer(id);
    await over;
    await watch.over(named(id), signal); // never answered: it would hang
    expect([...watched]).toEqual([id]);
  }
  await watch.stop();
  expect([...watched]).toEqual([]);
});

test("without events nothing is watched, and nothing fails", async () => {
  const watch = createWatch({ watch: () => refused("ApiNotFound") }, () => undefined);
  await watch.over(named("One"), new AbortController().signal);
  await watch.stop();
});
