import type { Outcome } from "../../../../addin/excel/problem";
import type { Tiering } from "../../../../addin/excel/tiering";
import type { Preset } from "../../../../engine/index";
import { applied, builtIn, must, opened, PRESET, previewed, reopened, type Opened } from "../workbooks";
import type { Act, Prepared } from "./acts";
import { amongNeighbours, SHORTER, TIMED } from "./neighbours";

const CLIENT_VALUE = builtIn("client-value");
const PIN = { account: "Jade", kind: "exact", tier: "Tier 1", preset: null } as const;
const Q2 = "2026-04-30";
/** Rows of our sheets stand in tables of their own, whatever the accounts stand in. */
const KINDS = ["range"] as const;

/** Everything on sheets of our own, and the presets. */
export const SHEETS: readonly Act[] = [
  act(
    "save a first override",
    "write",
    () => tiered(),
    (tiering) => tiering.saveOverride(PIN),
  ),
  act("save another override", "write", overridden("Iris"), (tiering) => tiering.saveOverride(PIN)),
  act("change an override", "write", overridden("Iris", "Jade"), (tiering) =>
    tiering.saveOverride({ ...PIN, tier: "Tier 2" }),
  ),
  act("end an override", "write", overridden("Iris", "Jade", "Hill"), (tiering) =>
    tiering.endOverride("jade", "exact"),
  ),
  act("end the only override", "write", overridden("Jade"), (tiering) => tiering.endOverride("jade", "exact")),
  undo(
    "undo of a first override",
    () => tiered(),
    (book) => book.tiering.saveOverride(PIN),
  ),
  undo("undo of a changed override", overridden("Iris", "Jade"), (book) =>
    book.tiering.saveOverride({ ...PIN, tier: "Tier 2" }),
  ),
  undo("undo of an ended override", overridden("Iris", "Jade", "Hill"), (book) =>
    book.tiering.endOverride("jade", "exact"),
  ),
  undo("undo of an ended only override", overridden("Jade"), (book) => book.tiering.endOverride("jade", "exact")),
  prepared("record a first review", "write", async () => {
    const { book, preview } = await reviewable();
    return { start: reopened(book), act: (tiering) => tiering.recordReview(preview) };
  }),
  prepared("record a second review", "write", async () => {
    const { book, again } = await reviewed();
    return { start: reopened(book), act: (tiering) => tiering.recordReview(again) };
  }),
  undo(
    "undo of a first review",
    () => tiered(CLIENT_VALUE),
    async (book) => book.tiering.recordReview(await previewed(book, CLIENT_VALUE)),
  ),
  undo(
    "undo of a second review",
    async () => (await reviewed()).book,
    async (book) => book.tiering.recordReview(await secondPreview(book)),
  ),
  prepared("write a first summary", "write", () => summary(null, PRESET)),
  prepared("write a summary again", "write", () => summary(PRESET, PRESET)),
  prepared("write a shorter summary", "write", () => summary(PRESET, SHORTER)),
  prepared("write a longer summary", "write", () => summary(SHORTER, PRESET)),
  undo(
    "undo of a first summary",
    () => tiered(),
    (book) => writeSummary(book, PRESET),
  ),
  undo("undo of a shorter summary", summarized(PRESET), (book) => writeSummary(book, SHORTER)),
  undo("undo of a longer summary", summarized(SHORTER), (book) => writeSummary(book, PRESET)),
  prepared("write first dossiers", "write", async () => {
    const book = await tiered();
    const preview = await previewed(book, TIMED);
    return { start: reopened(book), act: (tiering) => tiering.writeDossiers(preview) };
  }),
  prepared("write dossiers again", "write", async () => {
    const { book, preview } = await withDossiers();
    return { start: reopened(book), act: (tiering) => tiering.writeDossiers(preview) };
  }),
  undo(
    "undo of dossiers",
    async () => (await withDossiers()).book,
    async (book) => book.tiering.writeDossiers(await previewed(book, TIMED)),
  ),
  prepared("list a tier", "sheet", async () => {
    const book = await tiered();
    const preview = await previewed(book);
    return { start: reopened(book), act: (tiering) => tiering.listTier(preview, "t1") };
  }),
  act(
    "save a built-in preset",
    "plain",
    () => tiered(),
    ({ presets }) => presets.save({ ...PRESET, name: "Mine" }),
  ),
  act("save a preset again", "plain", saved, ({ presets }) => presets.save({ ...PRESET, name: "Mine", version: 2 })),
  act("save a preset under another name", "plain", saved, ({ presets }) => presets.saveAs(PRESET, "Another")),
  act("delete a preset", "plain", saved, ({ presets }) => presets.delete(PRESET.id)),
];

function prepared(name: string, does: Act["does"], prepare: () => Promise<Prepared>): Act {
  return { name, does, kinds: KINDS, prepare };
}

function act(
  name: string,
  does: Act["does"],
  prepare: () => Promise<Opened>,
  call: (tiering: Tiering) => Promise<Outcome<unknown>>,
): Act {
  return prepared(name, does, async () => ({ start: reopened(await prepare()), act: call }));
}

/** Takes back what was done last. */
function undo(name: string, prepare: () => Promise<Opened>, last: (book: Opened) => Promise<Outcome<unknown>>): Act {
  return prepared(name, "undo", async () => {
    const book = await prepare();
    const wanted = reopened(book);
    must(await last(book));
    return { start: reopened(book), wanted, act: (tiering) => tiering.undo() };
  });
}

async function tiered(preset: Preset = PRESET): Promise<Opened> {
  const book = opened(amongNeighbours("range"));
  await applied(book, preset);
  return book;
}

function overridden(...names: string[]) {
  return async () => {
    const book = await tiered();
    for (const account of names) must(await book.tiering.saveOverride({ ...PIN, account }));
    return book;
  };
}

async function reviewable() {
  const book = await tiered(CLIENT_VALUE);
  return { book, preview: await previewed(book, CLIENT_VALUE) };
}

async function reviewed() {
  const { book, preview } = await reviewable();
  must(await book.tiering.recordReview(preview));
  book.user.type("Accounts!B2", 10);
  const [record] = must(await book.tiering.sources());
  must(await book.tiering.refresh(record?.id ?? "", Q2));
  return { book, again: await secondPreview(book) };
}

async function secondPreview({ tiering }: Opened) {
  const [record] = must(await tiering.sources());
  const where = { by: "record", id: record?.id ?? "" } as const;
  return must(await tiering.preview({ where, preset: CLIENT_VALUE, asOf: Q2 }));
}

function summarized(...presets: Preset[]) {
  return async () => {
    const book = await tiered();
    for (const preset of presets) must(await writeSummary(book, preset));
    return book;
  };
}

async function writeSummary(book: Opened, preset: Preset) {
  return book.tiering.writeSummary(await previewed(book, preset));
}

async function summary(first: Preset | null, second: Preset): Promise<Prepared> {
  const book = await summarized(...(first ? [first] : []))();
  book.user.type("Accounts!B2", 310);
  const preview = await previewed(book, second);
  return { start: reopened(book), act: (tiering) => tiering.writeSummary(preview) };
}

async function withDossiers() {
  const book = await tiered();
  must(await book.tiering.writeDossiers(await previewed(book, TIMED)));
  book.user.type("Accounts!B11", 2000); // Jade, the least
  book.user.type("Account dossiers!I3", "our words");
  return { book, preview: await previewed(book, TIMED) };
}

async function saved(): Promise<Opened> {
  const book = await tiered();
  must(await book.tiering.presets.save({ ...PRESET, name: "Mine" }));
  return book;
}
