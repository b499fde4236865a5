// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Fields } from "../../../../addin/taskpane/rules/sections/Fields";
import { BUILT_IN } from "../../../../engine/index";
import { builtIn, CELLS, ok, previewOf } from "../fakePreview";
import { openRules } from "./openRules";

const shut = () => [...document.querySelectorAll("button[aria-expanded=false]:not([role]):not([aria-haspopup])")];
const card = (name: string) => within(screen.getByRole("group", { name }));

const openFields = (id = "client-value") => openRules(builtIn(id), { part: <Fields /> });

test.each([...BUILT_IN.keys()])("%s: to open its columns and to change nothing changes nothing", (id) => {
  const { edits } = openFields(id);
  for (let closed = shut(); closed.length > 0; closed = shut()) closed.forEach((each) => fireEvent.click(each));
  document.querySelectorAll("input, textarea").forEach((box) => fireEvent.blur(box));
  expect(document.querySelectorAll("textarea")).toHaveLength(builtIn(id).fields.size);
  expect(edits).not.toHaveBeenCalled();
});

test("a field is added by its header, and can be measured at once", async () => {
  const { user, document, issues } = openFields();
  const form = within(screen.getByRole("form", { name: "Another column" }));
  await user.type(form.getByRole("combobox", { name: "Header of the column" }), "Seats sold");
  await user.click(form.getByRole("button", { name: "Add field" }));
  expect(document().fields["seatsSold"]).toEqual({ type: "number", label: "Seats sold", headers: ["Seats sold"] });
  expect(issues()).toEqual([]);
  await user.type(form.getByRole("combobox", { name: "Header of the column" }), "Usage");
  await user.click(form.getByRole("button", { name: "Add field" }));
  expect(document().fields["usage-2"]).toMatchObject({ label: "Usage" }); // there is one of this name
});

test("what the sheet has and nothing is read from is offered, and cards say what is read", async () => {
  const cells = CELLS.map((row, index) => [...row, index === 0 ? "Region" : "North"]);
  const previewOfCells = (preset: Parameters<typeof previewOf>[1]) => previewOf(cells, preset);
  const guessType = vi.fn(() => ok("text" as const));
  const { user } = openRules(builtIn("revenue-share"), { part: <Fields />, previewOf: previewOfCells, tiering: { guessType } }); // prettier-ignore
  screen.getByRole("button", { name: "Revenue: Number, needed, from Revenue" });
  screen.getByRole("button", { name: "First purchase: Date, no column" });
  await user.click(screen.getByRole("combobox", { name: "Header of the column" }));
  expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Region"]);
  await user.click(screen.getByRole("option", { name: "Region" }));
  const form = within(screen.getByRole("form", { name: "Another column" }));
  await waitFor(() => expect(form.getByRole("combobox", { name: "Read as" }).textContent).toBe("Text"));
  expect(guessType).toHaveBeenCalledWith(expect.objectContaining({ headers: cells[0] }), 2);
});

test("a field is edited: its headers as lines, and how its rows are joined where its type can be", async () => {
  const { user, document } = openFields();
  await user.click(screen.getByRole("button", { name: /^Usage:/ }));
  const usage = card("Usage");
  fireEvent.change(usage.getByRole("textbox", { name: "Headers" }), { target: { value: "Use\r\n\n =Logins " } });
  await user.click(usage.getByRole("switch", { name: "Several columns may be read for it" }));
  expect(document().fields["usage"]).toMatchObject({ headers: ["Use", "=Logins"], many: true, combine: "mean" });
  await user.click(usage.getByRole("combobox", { name: "Read as" }));
  await user.click(screen.getByRole("option", { name: "Date" }));
  expect(document().fields["usage"]).toEqual({
    type: "date",
    label: "Usage",
    headers: ["Use", "=Logins"],
    required: false,
    many: true,
  });
  await user.click(usage.getByRole("combobox", { name: "Rows of one account" }));
  await user.click(screen.getByRole("option", { name: "the latest" }));
  expect(document().fields["usage"]).toMatchObject({ combine: "max" });
});

test("the account stays, and a field that others read can be taken out, which is said where it is read", async () => {
  const { user, document, issues } = openFields();
  expect(screen.queryByRole("button", { name: "Remove: Account" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Remove: Tickets" }));
  expect(document().fields).not.toHaveProperty("tickets");
  expect(issues().map(({ path, code, params }) => [path[0], code, params["id"]])).toContainEqual([
    "flags",
    "unknown-reference",
    "tickets",
  ]);
});

test("rows are rolled up by a column, or not", async () => {
  const { user, document, issues } = openFields();
  await user.click(screen.getByRole("button", { name: "Several rows for one account" }));
  const rollUp = screen.getByRole("switch", { name: "Rows with the same account are one account" });
  await user.click(rollUp);
  expect(document().rollUp).toBeNull();
  await user.click(rollUp);
  await user.click(screen.getByRole("combobox", { name: "Told by" }));
  await user.click(screen.getByRole("option", { name: "Owner" }));
  expect(document().rollUp).toEqual({ by: "owner" });
  expect(issues()).toEqual([]);
});

test("currencies have a base and rates, and what was typed is there again when they are turned on again", async () => {
  const { user, document, issues } = openFields();
  await user.click(screen.getByRole("button", { name: "Several currencies" }));
  const isOn = screen.getByRole("switch", { name: "Amounts are in several currencies" });
  await user.click(isOn);
  expect(issues()).toEqual([]);
  expect(document().fields["currency"]).toMatchObject({ type: "text", label: "Currency" });
  await user.type(screen.getByRole("textbox", { name: "Currency" }), "USD{Enter}");
  const rate = screen.getByRole("textbox", { name: "1 USD in EUR" });
  await user.clear(rate);
  await user.type(rate, "0,92");
  await user.type(screen.getByRole("textbox", { name: "Currency" }), "usd");
  expect(screen.getByText("It is in the list.")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "Pipeline" }));
  const currency = { field: "currency", base: "EUR", rates: { USD: 0.92 }, of: ["income", "pipeline"] };
  expect(document().currency).toEqual(currency);
  expect(issues()).toEqual([]);
  await user.click(isOn);
  expect(document().currency).toBeNull();
  await user.click(isOn);
  expect(document().currency).toEqual(currency);
  await user.click(screen.getByRole("button", { name: "Remove USD" }));
  expect(document().currency).toMatchObject({ rates: {} });
});
