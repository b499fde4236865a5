import { expect, test } from "vitest";
import {
  hoursSentence,
  pipelineSentence,
  rateSentence,
  revenueSentence,
  seatsSentence,
  timeSentence,
} from "../../../addin/strings/plan";

test.each([
  [{ used: 12, min: 10, max: 20 }, "12 of 10–20 seats, 8 free"],
  [{ used: 8, min: 10, max: 20 }, "8 of 10–20 seats: 2 below the minimum"],
  [{ used: 22, min: 10, max: 20 }, "22 of 10–20 seats: 2 over the maximum"],
  [{ used: 1, min: null, max: 1 }, "1 of 1 seat, 0 free"],
  [{ used: 1200, min: 100, max: null }, "1,200 of 100 seats or more"],
])("seats %j: %s", (seats, sentence) => {
  expect(seatsSentence(seats)).toBe(sentence);
});

test.each([
  [144, 160, "144 needed, 160 available: 16 to spare"],
  [144, 100, "144 needed, 100 available: 44 short"],
  [19.25, 19.25, "19.3 needed, 19.3 available: just enough"],
  [144, null, "144 needed"],
  [null, 40, "40 available"],
  [null, null, null],
])("%s hours needed of %s", (hoursNeeded, hoursAvailable, sentence) => {
  const hoursSpare = hoursNeeded === null || hoursAvailable === null ? null : hoursAvailable - hoursNeeded;
  expect(hoursSentence({ hoursNeeded, hoursAvailable, hoursSpare })).toBe(sentence);
});

const revenue = { expected: 1000, target: null, variance: null };
const pipeline = { pipeline: null, pipelineNeeded: null, pipelineVariance: null };

test("a revenue and a pipeline are told against what is aimed at, and an unknown one is not made up", () => {
  expect(revenueSentence({ ...revenue, ...pipeline })).toBe("The value as it is now");
  const aimed = { expected: 1200, target: 1200, variance: -200, ...pipeline };
  expect(revenueSentence(aimed)).toBe("1,200 aimed at: the value is 200 short of it");
  expect(revenueSentence({ ...aimed, expected: 1500, variance: 0 })).toBe(
    "1,500, 1,200 aimed at: the value is just that",
  );
  expect(pipelineSentence(aimed)).toBeNull();
  expect(pipelineSentence({ ...aimed, pipelineNeeded: 3600 })).toBe("3,600 needed, no column tells it");
  const told = { ...aimed, pipeline: 1800, pipelineNeeded: 3600, pipelineVariance: -1800 };
  expect(pipelineSentence(told)).toBe("1,800 of 3,600 needed: 1,800 short of it, 1.5 times what is expected");
});

test.each([
  [0.12, 0.1, "12%, 10% aimed at: 2 points above it"],
  [0.1, 0.1, "10%, 10% aimed at: just met"],
  [null, 0.1, "10% aimed at, not known yet"],
  [0.12, null, "12%"],
  [null, null, null],
])("a rate of %s where %s is aimed at", (actual, target, sentence) => {
  const variance = actual === null || target === null ? null : actual - target;
  expect(rateSentence(actual, target === null ? null : { target, actual, variance })).toBe(sentence);
});

test("whether there is the time is said in one sentence, also where nobody has said how much there is", () => {
  const total = { accounts: 1, value: 0, withoutHours: [], revenue: { ...revenue, ...pipeline } };
  const short = { ...total, hoursNeeded: 12, hoursAvailable: 1, hoursSpare: -11 };
  expect(timeSentence(short)).toEqual({
    says: "1 account takes 12 hours a month; 1 is available: 11 short.",
    isShort: true,
  });
  const open = { ...total, accounts: 4, hoursNeeded: 12, hoursAvailable: null, hoursSpare: null };
  const says = "4 accounts take 12 hours a month. How many there are is not set.";
  expect(timeSentence(open)).toEqual({ says, isShort: null });
  expect(timeSentence(short, ["Tier 2"])).toEqual({
    says: "1 account takes 12 hours a month. How many there are is not set for Tier 2.",
    isShort: null,
  });
});
