import { everyPart, everyPartText, everyPartWith, type Accepted, type Family, type Refused } from "./family";

/** A number of every part, and what it says in the full preset. */
// prettier-ignore
const NUMBERS = [
  ["version", '"version":3'],
  ["currency.rates.USD", '"USD":0.92'],
  ["measures.0.newMonths", '"newMonths":12'],
  ["measures.4.minBase", '"minBase":1000'],
  ["measures.9.add.1.add", '"add":50'],
  ["measures.10.bands.0.from", '"from":200'],
  ["measures.11.k", '"k":5'],
  ["measures.12.winsorise", '"winsorise":0.05'],
  ["measures.13.range.1", "-0.2,0.5"],
  ["measures.14.parts.0.weight", '"weight":40'],
  ["measures.14.minCompleteness", '"minCompleteness":0.6'],
  ["gates.3.when.>=", '">=":200'],
  ["segments.rungs.2.when.top.share", '"share":0.3'],
  ["segments.rungs.3.when.top.percent", '"percent":0.5'],
  ["tiers.rungs.0.play.slaHours", '"slaHours":4'],
  ["tiers.rungs.0.play.hoursAvailableMonth", '"hoursAvailableMonth":200'],
  ["tiers.rungs.0.targets.revenue", '"revenue":1000000'],
  ["tiers.rungs.0.capacity.max", '"max":20'],
  ["tiers.rungs.0.capacity.incumbentBuffer", '"incumbentBuffer":0.1'],
  ["tiers.rungs.1.when.all.0.between.1", "[50,80]"],
  ["tiers.rungs.2.when.top.count", '"count":100'],
  ["tiers.rungs.2.capacity.owners", '"owners":8'],
  ["steadiness.reviews", '"reviews":2'],
  ["steadiness.band.points", '"points":0.03'],
  ["bumps.budget", '"budget":10'],
  ["bumps.rules.0.move", '"move":1'],
  ["review.nearEdge", '"nearEdge":0.05'],
  ["review.alerts.0.dueDays", '"dueDays":5'],
  ["review.freshnessDays.t1", '"t1":92'],
  ["review.dossierDays.t2", '"t2":360'],
] as const;

/** A number of the text written in another way: the last one of what it says. */
const spelled = (said: string, spelling: string) =>
  everyPartText(said, said.replace(/(-?[\d.]+)(\]?)$/, `${spelling}$2`));

/** As parsed: no number at all. */
const NONE = { NaN, Infinity, "-Infinity": -Infinity, "a text": "5", "a text with spaces": " 5 ", true: true };

const notNumbers = NUMBERS.flatMap(([path]) =>
  Object.entries(NONE).map(([name, value]): Refused => {
    const isOwners = path.endsWith("owners") && typeof value === "string";
    return [`${path} as ${name}`, () => everyPartWith(path, value), `${isOwners ? "bad-text" : "wrong-type"} ${path}`];
  }),
);
/** As text: more than a number holds, and more than a preset may. */
const tooLarge = NUMBERS.flatMap(([path, said]): Refused[] => [
  [`${path} as 1e999`, () => spelled(said, "1e999"), `wrong-type ${path}`],
  [`${path} as 1e308`, () => spelled(said, "1e308"), `out-of-range ${path}`],
  [`${path} as -1e308`, () => spelled(said, "-1e308"), `out-of-range ${path}`],
]);

/** Too little, too much, or no whole number, by a hair. */
// prettier-ignore
const BOUNDS: readonly (readonly [path: string, wrong: number, right: number, code?: string])[] = [
  ["version", 0, 1],
  ["version", 1e9 + 1, 1e9],
  ["version", 1.5, 2, "wrong-type"],
  ["currency.rates.USD", 0, 5e-324],
  ["currency.rates.USD", -0.92, 1e15],
  ["currency.rates.USD", 1e15 + 1, 1e-15],
  ["measures.0.newMonths", -1, 0],
  ["measures.0.newMonths", 121, 120],
  ["measures.0.lapsedMonths", 0, 1],
  ["measures.4.minBase", -1e-9, 0],
  ["measures.9.add.0.add", 1e15 + 1, 1e15],
  ["measures.9.add.0.add", -1e15 - 1, -1e15],
  ["measures.11.k", 1, 2],
  ["measures.11.k", 101, 100],
  ["measures.12.to", 0, 1e-9],
  ["measures.12.winsorise", 0, 0.001],
  ["measures.12.winsorise", 0.5, 0.499],
  ["measures.14.parts.0.weight", -1, 0],
  ["measures.14.minCompleteness", 1.01, 1],
  ["segments.rungs.2.when.top.share", 1.0000001, 1],
  ["segments.rungs.2.when.top.share", -0.1, 0],
  ["segments.rungs.3.when.top.percent", 50, 0.5],
  ["tiers.rungs.2.when.top.count", -1, 0],
  ["tiers.rungs.2.when.top.count", 2.5, 2, "wrong-type"],
  ["tiers.rungs.2.when.top.count", 1e7 + 1, 1e7],
  ["tiers.rungs.0.play.slaHours", -1, 0],
  ["tiers.rungs.0.play.hoursAvailableMonth", -1, 0],
  ["tiers.rungs.0.targets.retention", 95, 0.95],
  ["tiers.rungs.0.capacity.max", 1e7 + 1, 1e7],
  ["tiers.rungs.0.capacity.incumbentBuffer", 10, 0],
  ["tiers.rungs.2.capacity.perOwner", -1, 0],
  ["tiers.rungs.2.capacity.owners", -1, 1],
  ["steadiness.band", 1.1, 1],
  ["steadiness.band", -0.1, 0],
  ["steadiness.band.points", 3, 0.03],
  ["steadiness.reviews", 0, 1],
  ["steadiness.reviews", 13, 12],
  ["steadiness.maxStep", 0, 1],
  ["bumps.maxUp", 13, 12],
  ["bumps.maxDown", -1, 0],
  ["bumps.budget", 0.5, 0, "wrong-type"],
  ["bumps.rules.0.move", 13, 12],
  ["bumps.rules.0.move", -13, -12],
  ["review.listChurn", 20, 0.2],
  ["review.alerts.0.dueDays", 3661, 3660],
  ["review.freshnessDays.t1", -1, 0],
  ["review.dossierDays.t1", -1, 0],
  ["review.dossierDays.t1", 3661, 3660],
];

// prettier-ignore
export const numbers: Family = {
  name: "numbers",
  refused: [
    ...notNumbers,
    ...tooLarge,
    ...BOUNDS.map(([path, wrong, , code = "out-of-range"]): Refused => [`${path} as ${wrong}`, () => everyPartWith(path, wrong), `${code} ${path}`]),
    ["an exponent of 5,000 digits", () => spelled('"version":3', `1e${"9".repeat(5000)}`), "wrong-type version"],
    ["5,000 digits", () => spelled('"version":3', "9".repeat(5000)), "wrong-type version"],
    ["a format of 1e999", () => spelled('"format":1', "1e999"), "not-an-option format"],
  ],
  accepted: [
    ...BOUNDS.map(([path, wrong, right]): Accepted => [`${path} as ${right}, not ${wrong}`, () => everyPartWith(path, right)]),
    ["-0 for 0", () => everyPartWith("measures.4.minBase", -0)],
    ["-0 as a text", () => spelled('"minBase":1000', "-0")],
    ["-0.0e5", () => spelled('"minBase":1000', "-0.0e5")],
    ["1e-999, which is 0", () => spelled('"minBase":1000', "1e-999")],
    ["3.0 as a whole number", () => spelled('"version":3', "3.0")],
    ["3e0 as a whole number", () => spelled('"version":3', "3E+0")],
    ["a number of 2,000 decimals", () => spelled('"share":0.3', `0.3${"0".repeat(2000)}1`)],
    ["digits as a word", () => everyPartWith("measures.9.add.0.when.is", ["5", "1e999"])],
    ["digits as a label", () => everyPartWith("tiers.rungs.0.label", "1e999")],
    ["a full preset of whole numbers", () => everyPart()],
  ],
};
