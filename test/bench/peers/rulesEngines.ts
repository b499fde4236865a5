import { ZenEngine } from "@gorules/zen-engine";
import jsonRules from "json-rules-engine";
import { BUMPED, REVIEW, SCORES, SEGMENTS, SHARES, type Contender, type Labels } from "../job/job";
import { rankedAccounts, seated, type Account } from "../job/objects";
import type { Cells } from "../job/cells";

/** Accounts asked about at once: an answer is a promise. */
const BATCH = 1000;

/** What a rule is asked about one account: ranks, sums and scores are given, as no rule can see the other accounts. */
const factsOf = ({ isReview, life, above, score, industry, employees }: Account) => ({
  ...{ isReview, life, above, score, industry, employees },
});
type Facts = ReturnType<typeof factsOf>;

interface Verdict {
  readonly segment: string;
  readonly tier: number;
}

/** The decisions alone are timed; the accounts are made beforehand, once for each table. */
function byRules(name: string, judge: (facts: Facts) => Promise<Verdict>): Contender & { prepare(rows: Cells): void } {
  let accounts: Account[] = [];
  return {
    name,
    prepare(rows) {
      accounts = rankedAccounts(rows);
    },
    async run(): Promise<Labels> {
      for (let from = 0; from < accounts.length; from += BATCH) {
        const batch = accounts.slice(from, from + BATCH);
        const verdicts = await Promise.all(batch.map((account) => judge(factsOf(account))));
        verdicts.forEach((verdict, i) => Object.assign(batch[i] ?? {}, verdict));
      }
      return seated(accounts);
    },
  };
}

const REVIEW_TIER = -1;

/** json-rules-engine: a rule for each rung, of which the first that holds is taken. */
export function jsonRulesEngine() {
  const engine = new jsonRules.Engine([], { allowUndefinedFacts: true });
  const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value });
  const rule = (type: string, rung: number, all: unknown[]) =>
    engine.addRule({ conditions: { all: all as never }, event: { type, params: { rung } }, priority: 10 - rung });
  const isOpen = fact("isReview", "equal", false);
  const isEstablished = fact("life", "equal", "established");
  rule("segment", 0, [isOpen, fact("life", "equal", "prospect")]);
  rule("segment", 1, [isOpen, fact("life", "equal", "new")]);
  rule("segment", 2, [isOpen, isEstablished, fact("above", "lessThan", SHARES.key)]);
  rule("segment", 3, [isOpen, isEstablished, fact("above", "lessThan", SHARES.enterprise)]);
  rule("segment", 4, [isOpen, isEstablished]);
  const isKey = { all: [isEstablished, fact("above", "lessThan", SHARES.key)] };
  rule("tier", 0, [isOpen, { any: [isKey, fact("score", "greaterThanInclusive", SCORES.tier1)] }]);
  rule("tier", 1, [isOpen, fact("score", "greaterThanInclusive", SCORES.tier2)]);
  rule("tier", 2, [isOpen]);
  rule("bump", 1, [
    fact("industry", "in", BUMPED.industries),
    fact("employees", "greaterThanInclusive", BUMPED.employees),
  ]);
  return byRules("json-rules-engine", async (facts) => {
    if (facts.isReview) return { segment: REVIEW, tier: REVIEW_TIER };
    const { events } = await engine.run(facts);
    const firstOf = (type: string) =>
      Math.min(...events.filter((event) => event.type === type).map(({ params }) => Number(params?.["rung"])));
    const bump = events.some(({ type }) => type === "bump") ? 1 : 0;
    return { segment: SEGMENTS[firstOf("segment")] ?? "", tier: Math.max(0, firstOf("tier") - bump) };
  });
}

/** zen-engine: decision tables, the first row that holds. */
export function zenEngine() {
  const decision = new ZenEngine().createDecision(decisionTables());
  return byRules("zen-engine", async (facts) => {
    const { result } = (await decision.evaluate(facts)) as { result: { segment: string; tier: number; bump: number } };
    if (result.segment === REVIEW) return { segment: REVIEW, tier: REVIEW_TIER };
    return { segment: result.segment, tier: Math.max(0, result.tier - result.bump) };
  });
}

function decisionTables() {
  const table = (id: string, output: string, inputs: readonly string[], rows: readonly (readonly string[])[]) => ({
    ...{ id, name: id, type: "decisionTableNode", position: { x: 0, y: 0 } },
    content: {
      hitPolicy: "first",
      inputs: inputs.map((field) => ({ id: `${id}.${field}`, name: field, field })),
      outputs: [{ id: `${id}.out`, name: output, field: output }],
      rules: rows.map((cells, row) => ({
        _id: `${id}.${row}`,
        ...Object.fromEntries(inputs.map((field, i) => [`${id}.${field}`, cells[i] ?? ""])),
        [`${id}.out`]: cells[inputs.length] ?? "",
      })),
      passThrough: true,
    },
  });
  const text = (word: string) => `"${word}"`;
  const segments = table(
    "segments",
    "segment",
    ["isReview", "life", "above"],
    [
      ["true", "", "", text(REVIEW)],
      ["", text("prospect"), "", text(SEGMENTS[0])],
      ["", text("new"), "", text(SEGMENTS[1])],
      ["", "", `< ${SHARES.key}`, text(SEGMENTS[2])],
      ["", "", `< ${SHARES.enterprise}`, text(SEGMENTS[3])],
      ["", "", "", text(SEGMENTS[4])],
    ],
  );
  const tiers = table(
    "tiers",
    "tier",
    ["segment", "score"],
    [
      [text(SEGMENTS[2]), "", "0"],
      ["", `>= ${SCORES.tier1}`, "0"],
      ["", `>= ${SCORES.tier2}`, "1"],
      ["", "", "2"],
    ],
  );
  const bumps = table(
    "bumps",
    "bump",
    ["industry", "employees"],
    [
      [BUMPED.industries.map(text).join(", "), `>= ${BUMPED.employees}`, "1"],
      ["", "", "0"],
    ],
  );
  const end = (id: string, type: string) => ({ id, name: id, type, position: { x: 0, y: 0 } });
  const nodes = [end("input", "inputNode"), segments, tiers, bumps, end("output", "outputNode")];
  const edges = nodes.slice(1).map(({ id }, i) => ({
    ...{ id: `to ${id}`, sourceId: nodes[i]?.id ?? "", targetId: id, type: "edge" },
  }));
  return { nodes, edges };
}
