import { expect, test, vi } from "vitest";
import { isInExcel, isOfficeDark } from "../../../addin/excel/office";

test.each([
  { theme: { bodyBackgroundColor: "#FFFFFF" }, dark: false },
  { theme: { bodyBackgroundColor: "#262626" }, dark: true },
  { theme: { bodyBackgroundColor: "363636" }, dark: true },
  { theme: {}, dark: null },
  { theme: undefined, dark: null },
])("an Office theme of $theme is dark: $dark", ({ theme, dark }) => {
  vi.stubGlobal("Office", { context: { officeTheme: theme } });
  expect(isOfficeDark()).toBe(dark);
});

test.each([
  { host: "Excel", inside: true },
  { host: null, inside: false },
])("a host of $host is Excel: $inside", async ({ host, inside }) => {
  vi.stubGlobal("Office", { HostType: { Excel: "Excel" }, onReady: () => Promise.resolve({ host }) });
  expect(await isInExcel()).toBe(inside);
});
