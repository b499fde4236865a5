import { expect, test } from "vitest";
import { builtIn } from "./builtIn";

const playOf = (preset: string, rung: string) => {
  const { segments, tiers } = builtIn(preset);
  return [...(segments?.rungs ?? []), ...tiers.rungs].find(({ id }) => id === rung)?.play;
};

test.each([
  ["abm-score", "t1", "plan", "Account plan"],
  ["abm-score", "t2", "plan", "Tier plan"],
  ["abm-score", "t1", "personalisation", "1:1"],
  ["abm-score", "t2", "personalisation", "1:few, by industry or solution"],
  ["abm-score", "t3", "personalisation", "Programmatic"],
  ["abm-score", "t1", "roles", ["Sales", "SDR", "Marketing", "Executive"]],
  ["abm-score", "t2", "roles", ["SDR", "Marketing"]],
  ["abm-score", "t1", "timeline", "Months to a year"],
  ["abm-score", "t2", "timeline", "Multi-touch over weeks"],
  ["client-value", "t1", "slaHours", 4],
  ["client-value", "t4", "slaHours", 48],
  ["client-value", "t1", "cadence", "Monthly"],
  ["revenue-share", "enterprise", "roles", ["Account manager"]],
  ["revenue-share", "enterprise", "cadence", "Check-ins, performance reviewed together"],
  ["revenue-share", "key", "entitlements", ["Priority access to new products and services"]],
] as const)("the play of %s, %s: its %s", (preset, rung, field, value) => {
  expect(playOf(preset, rung)?.[field]).toEqual(value);
});

test.each([
  ["client-value", "t1", /help to expand when they rise/],
  ["revenue-share", "new", /Onboarding programme/],
  ["revenue-share", "commercial", /Automated service/],
])("the treatment in %s, %s", (preset, rung, words) => {
  expect(playOf(preset, rung)?.treatment).toMatch(words);
});
