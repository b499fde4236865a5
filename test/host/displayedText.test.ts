import { expect, test } from "vitest";
import { DE_DE, EN_US } from "../../addin/playground/host/rules/culture";
import { displayedText } from "../../addin/playground/host/rules/displayedText";

test.each([
  { value: 1234.5, format: "General", text: "1234.5" },
  { value: 0.1 + 0.2, format: "General", text: "0.3" },
  { value: 123_456_789_012, format: "General", text: "1.23457E+11" },
  { value: 1.005, format: "0.00", text: "1.01" },
  { value: -1234.5, format: "#,##0.0", text: "-1,234.5" },
  { value: 0.5, format: "0%", text: "50%" },
  { value: 5, format: "000", text: "005" },
  { value: 0.25, format: "#.##", text: ".25" },
  { value: 12_345, format: "0.00E+00", text: "1.23E+04" },
  { value: -3, format: '0;(0);"zero"', text: "(3)" },
  { value: 0, format: '0;(0);"zero"', text: "zero" },
  { value: 7, format: '0 "seats"', text: "7 seats" },
  { value: 45_297, format: "m/d/yyyy", text: "1/6/2024" },
  { value: 45_297, format: "dddd, d mmmm yy", text: "Saturday, 6 January 24" },
  { value: 45_297.75, format: "yyyy-mm-dd hh:mm:ss", text: "2024-01-06 18:00:00" },
  { value: 0.5625, format: "h:mm AM/PM", text: "1:30 PM" },
  { value: 1.5, format: "[h]:mm", text: "36:00" },
  { value: 59, format: "m/d/yyyy", text: "2/28/1900" },
  { value: 61, format: "m/d/yyyy", text: "3/1/1900" },
  { value: true, format: "0.00", text: "TRUE" },
  { value: "as it is", format: "0.00", text: "as it is" },
])("$value in $format is shown as $text", ({ value, format, text }) => {
  expect(displayedText(value, format, EN_US, false)).toBe(text);
});

test("separators are the culture's, and 1904 counts from 1904", () => {
  expect(displayedText(1234.5, "#,##0.00", DE_DE, false)).toBe("1.234,50");
  expect(displayedText(0, "yyyy-mm-dd", EN_US, true)).toBe("1904-01-01");
});
