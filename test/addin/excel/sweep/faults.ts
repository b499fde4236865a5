import { PROBLEM_CODES } from "../../../../addin/excel/problem";
import type { Fault } from "../../../../addin/playground/host/faults";

/** What goes wrong once, or twice, while something is written; plain data. Requests count from 1, actions from 0. */
export interface Scenario {
  readonly kind: FaultKind;
  readonly faults: readonly Fault[];
  /** What comes of a reply that was held, after it was given up: nothing, the reply, or an error with a code. */
  readonly late?: "never" | "reply" | "Timeout";
  /** Who repairs what is left: the same pane, or one that opens the saved file. */
  readonly repairedBy: "same session" | "later session";
}

export const FAULT_KINDS = [
  "rejected before",
  "rejected after some actions",
  "rejected after all",
  "reply lost",
  "never settles",
  "session gone",
  "every code",
  "a second fault",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** How many actions each request of something has. */
export type Traffic = readonly number[];

/** Every code of Excel's that is documented. */
export const EXCEL_CODES = PROBLEM_CODES.slice(PROBLEM_CODES.indexOf("AccessDenied"), -1);

const CODE = "GeneralException";

/** Every single fault that can happen to what sends these requests. */
export function singleFaults(traffic: Traffic): Scenario[] {
  return [...traffic.flatMap((actions, i) => faultsIn(i + 1, actions)), ...everyCode(traffic)];
}

/**
 * Every second fault. `first` is rejected once, and has this traffic then: everything after it is a restore, or a second
 * attempt.
 */
export function secondFaults(first: Fault, traffic: Traffic): Scenario[] {
  return traffic
    .slice(first.request)
    .flatMap((actions, i) => faultsIn(first.request + 1 + i, actions))
    .map((scenario) => ({ ...scenario, kind: "a second fault", faults: [first, ...scenario.faults] }));
}

/** What goes wrong first, where a second fault follows: every request is rejected when it is done, or half done. */
export function firstFaults(traffic: Traffic): Fault[] {
  return traffic.flatMap((actions, i): Fault[] => [
    { request: i + 1, when: "after", code: CODE },
    ...(actions > 1 ? [{ request: i + 1, action: actions >> 1, when: "before", code: CODE } as const] : []),
  ]);
}

type Place = Pick<Fault, "request" | "action" | "when">;

function faultsIn(request: number, actions: number): Scenario[] {
  const [before, after]: Place[] = [
    { request, when: "before" },
    { request, when: "after" },
  ] as const;
  const amid = Array.from({ length: Math.max(0, actions - 1) }, (_, i): Place => {
    return { request, action: i + 1, when: "before" };
  });
  const places = [before, ...amid, after].filter((place) => place !== undefined);
  const ends = places.filter(({ action }) => action === undefined);
  const always = { times: Infinity };
  return [
    ...inTurn("rejected before", [
      { ...places[0]!, code: CODE },
      { ...places[0]!, ...always, code: CODE },
    ]),
    ...inTurn(
      "rejected after some actions",
      amid.flatMap((place) => ({ ...place, code: CODE })),
    ),
    ...inTurn("rejected after all", [
      { ...places.at(-1)!, code: CODE },
      { ...places.at(-1)!, ...always, code: CODE },
    ]),
    ...inTurn(
      "reply lost",
      places.map((place) => ({ ...place, reply: "lost" })),
    ),
    ...inTurn(
      "reply lost",
      ends.flatMap((place) => [
        { ...place, reply: "lost", code: "Timeout" },
        { ...place, ...always, reply: "lost" },
      ]),
    ),
    ...inTurn(
      "session gone",
      places.map((place) => ({ ...place, session: "gone" })),
    ),
    ...places.flatMap((place, i): Scenario[] => {
      const lates = place.action === undefined ? LATES : [LATES[i % LATES.length] ?? "never"];
      return lates.map((late) => ({
        ...{ kind: "never settles", faults: [{ ...place, reply: "held" }], late },
        repairedBy: (i + late.length) % 2 === 0 ? "same session" : "later session",
      }));
    }),
  ];
}

const LATES = ["never", "reply", "Timeout"] as const;

/** Each code at the first request, the largest and the last, once and for ever. */
function everyCode(traffic: Traffic): Scenario[] {
  const largest = traffic.indexOf(Math.max(...traffic)) + 1;
  const half = (traffic[largest - 1] ?? 0) >> 1;
  const places: Place[] = [
    { request: 1, when: "before" },
    { request: largest, action: half, when: "before" },
    { request: largest, when: "after" },
    { request: traffic.length, when: "after" },
  ];
  const faults = EXCEL_CODES.flatMap((code) =>
    places.flatMap((place) => [1, Infinity].map((times): Fault => ({ ...place, code, times }))),
  );
  return inTurn("every code", faults);
}

/** Repaired by the one and by the other in turn; a session that is gone repairs nothing. */
function inTurn(kind: FaultKind, faults: readonly Fault[]): Scenario[] {
  return faults.map((fault, i) => {
    const isLater = "session" in fault || i % 2 === 1;
    return { kind, faults: [fault], repairedBy: isLater ? "later session" : "same session" };
  });
}
