import { expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { must, opened } from "./workbooks";

const COLUMNS = {
  Amount: [[1200, "n/a", "1.234,50", "$5", 7], "number"],
  "ISO days": [["2026-01-31", "", "2025-12-01", "soon", "2025-11-01"], "date"],
  "Days that may be either": [["1/2/2026", "3/4/2026", "", "", ""], "date"],
  Industry: [["Software", "Retail", 3, "Media", "yes"], "text"],
  Exclude: [["Yes", "", "", "no", true], "boolean"],
  Blank: [["", "-", "", "", ""], null],
} as const;

test("what a column holds is told by most of its first cells, dates by how they are shown", async () => {
  const headers = ["Account", ...Object.keys(COLUMNS), "Since"];
  const rows = [0, 1, 2, 3, 4].map((row) => [
    `A${row}`,
    ...Object.values(COLUMNS).map(([cells]) => cells[row] ?? ""),
    "",
  ]);
  const book = opened(workbookOf([sheetOf("Accounts", [headers, ...rows])]));
  for (let row = 2; row <= 6; row++) book.user.type(`Accounts!H${row}`, `2024-05-0${row}`); // Excel makes dates of them
  const { source } = must(await book.tiering.find({ by: "selection" }));
  const guesses = await Promise.all(headers.map(async (_, at) => must(await book.tiering.guessType(source, at))));
  expect(guesses).toEqual(["text", ...Object.values(COLUMNS).map(([, type]) => type), "date"]);
});
