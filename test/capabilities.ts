/** A test that shows something: its file below test/, and (part of) its name or that of the block it stands in. */
export type Shown = readonly [file: string, name: string];

/** Number and name of what the product is to do, and the tests that show it. */
export type Capability = readonly [number: number, name: string, shown: readonly Shown[]];

const builtIn = (name: string) => `engine/builtin/${name}.test.ts`;
const review = (name: string) => `engine/review/${name}.test.ts`;
const measure = (name: string) => `engine/measures/${name}.test.ts`;
const stage = (name: string) => `engine/stages/${name}.test.ts`;

const PLAY: Shown = [builtIn("plays"), "the play of %s, %s: its %s"];
const TREATMENT: Shown = [builtIn("plays"), "the treatment in %s, %s"];
const ONE_TIER: Shown = ["engine/properties/stagesOutcome.test.ts", "every account has one tier"];
const SEATS: Shown = [stage("capacity"), "go to the best; the others seek one in the next tier"];
const TOO_FEW: Shown = [stage("capacity"), "with too few in them are told, and so are those with too many"];
const DECISIONS: Shown = [builtIn("strategicGrowthStandard"), "the decision table, row by row"];
const FIND_COLUMNS: Shown = [builtIn("builtIns"), "finds its columns in common exports without a question"];
const HOURS: Shown = [review("plan"), "How many hours does this tiering cost, and do we have them?"];
const SHARES: Shown = ["engine/run.test.ts", "revenue-share: new accounts and prospects stand apart"];
const SLIPPED: Shown = [review("alerts"), "slipped, from a tier that the preset names, as urgent as it says"];
const COMPANY: Shown = [review("company"), "every early warning, in its quarter"];
const DOSSIER: Shown = ["addin/excel/sheets/dossiers.test.ts", "has a row for each account of the upper tiers"];
const DOSSIER_KEPT: Shown = ["addin/excel/sheets/dossiers.test.ts", "keeps what the analyst wrote"];
const QUARTER: Shown = ["e2e/quarter.test.ts", "a quarter by mouse"];
const ASKED: Shown = ["e2e/questions.test.ts", "what an analyst asks is answered"];
const SEATS_WHAT_IF: Shown = ["e2e/journeys.test.ts", "names who moves before anything is written, can be given up"];
const BUILT_BY_HAND: Shown = ["e2e/buildPreset.test.ts", "the ABM preset is built %s, travels with the file"];
const TARGETS: Shown = [review("scorecard"), "targets and what they are missed by"];

export const CAPABILITIES: readonly Capability[] = [
  [1, "Accounts in distinct tiers", [ONE_TIER]],
  [
    2,
    "Criteria on numbers, dates, words, yes/no",
    [
      ["engine/conditions/plain.test.ts", "comparisons"],
      ["engine/conditions/words.test.ts", "contains"],
    ],
  ],
  [
    3,
    "Criteria of one's own",
    [
      ["engine/preset/everyPart.test.ts", "every part of a preset is in use in it"],
      BUILT_BY_HAND,
      ["addin/excel/presets.test.ts", "what is exported can be imported into another workbook"],
    ],
  ],
  [
    4,
    "Four core metrics",
    [
      [builtIn("rfm"), "as a list of customers"],
      [builtIn("strategicGrowthStandard"), "by revenue alone"],
      [builtIn("abmScore"), "the most engaged fifth are MQAs"],
      DECISIONS,
    ],
  ],
  [5, "Metrics of the firm", [[builtIn("abmScore"), "thirteen target accounts"]]],
  [
    6,
    "Chosen metric and weights in pane",
    [
      ["addin/taskpane/rules/measures.test.tsx", "a score has its parts with their share of the weights"],
      BUILT_BY_HAND,
    ],
  ],
  [7, "High, medium, low by one metric", [[builtIn("highMediumLow"), "a fifth is High, a half Medium"]]],
  [8, "Gate of the ideal customer", [[stage("gates"), "a gate that excludes"]]],
  [
    9,
    "Cuts relative to the company",
    [["engine/cuts/suggestCuts.test.ts", "three proposals, with what each class would hold"]],
  ],
  [10, "Ordered tiers", [["engine/run.test.ts", "the first rung that holds, from the top"]]],
  [11, "Strategic, Growth, Standard", [DECISIONS]],
  [12, "Top tier by several conditions", [DECISIONS]],
  [
    13,
    "Contract and owner",
    [DECISIONS, [builtIn("strategicGrowthStandard"), "who is asked to buy more, has no owner"]],
  ],
  [14, "Growth lifts the small", [DECISIONS]],
  [
    15,
    "Way to the next tier",
    [
      [review("lists"), "Which accounts have just missed the tier above?"],
      [stage("distance"), "a comparison"],
    ],
  ],
  [16, "A last tier for the rest", [["engine/run.test.ts", "the last one takes everybody else"]]],
  [
    17,
    "Names, colours, priorities shown",
    [
      ["addin/taskpane/rules/tiers.test.tsx", "what is typed and chosen in a tier stands in the document"],
      ["addin/taskpane/tierTab.test.tsx", "shows who gets which tier without a question"],
      ASKED,
    ],
  ],
  [18, "Seats of the first tier", [[builtIn("abmScore"), "25 reach Tier 1, 20 find a seat"], TOO_FEW]],
  [19, "Seats of the second tier", [SEATS, TOO_FEW]],
  [20, "Seats used, least and most", [[review("plan"), "seats are those of the run"]]],
  [
    21,
    "Open last tier, many rows",
    [
      [stage("capacity"), "may be none, or without an end"],
      [builtIn("realTables"), "39,999 customers, one row each"],
    ],
  ],
  [22, "Overflow goes down, with reason", [SEATS, [stage("steps"), "refused, tier by tier, with its rank"]]],
  [23, "Seats from owners", [[stage("capacity"), "so many per owner: by headcount"]]],
  [24, "Account plan at the top", [PLAY]],
  [25, "Tier plan in the middle", [PLAY]],
  [26, "Made for one account", [PLAY]],
  [27, "Made for a few alike", [PLAY]],
  [28, "Programmatic for the rest", [PLAY]],
  [29, "Teams of the first tier", [PLAY]],
  [30, "Teams of the second tier", [PLAY]],
  [31, "Horizon of the first tier", [PLAY]],
  [32, "Horizon of the second tier", [PLAY]],
  [33, "Dossier, renewed each quarter", [DOSSIER, [review("dossiers"), "the source text: Tier 1 each quarter"]]],
  [34, "Contacts and gaps in the dossier", [DOSSIER_KEPT]],
  [35, "Three selling points", [[review("dossiers"), "the selling points of Tier 2 each year"], DOSSIER_KEPT]],
  [36, "Tier by industry", [[review("mix"), "tier by industry"]]],
  [
    37,
    "Strategy of each tier",
    [[builtIn("builtIns"), "has what each tier is promised, and the hours it takes"], PLAY],
  ],
  [38, "Products still to sell", [[review("lists"), "which products does an account of an upper tier lack?"]]],
  [
    39,
    "A list for each tier",
    [
      ["addin/excel/sheets/lists.test.ts", "the accounts of a tier are a sheet of their own"],
      ["e2e/plan.test.ts", "the list of a tier"],
    ],
  ],
  [
    40,
    "Needed columns are found",
    [FIND_COLUMNS, ["addin/taskpane/tierTab.test.tsx", "a column that is not found is asked for"]],
  ],
  [41, "Quality of the data", [[review("quality"), "What is missing, by field and tier"]]],
  [
    42,
    "Age of the data",
    [
      [review("freshness"), "Whose data are older than their tier allows?"],
      [review("freshness"), "data that were last updated two years ago are old in its first two tiers"],
      [review("alerts"), "data older than its tier allows"],
    ],
  ],
  [43, "Engagement summed to the account", [[stage("rollUp"), "rows of one account"]]],
  [
    44,
    "MQA and its first day",
    [
      [builtIn("abmScore"), "the most engaged fifth are MQAs"],
      [review("path"), "the first day as a qualified account"],
    ],
  ],
  [45, "Compared with the last review", [[review("movement"), "the matrix, who is new and who has left"], ASKED]],
  [
    46,
    "Versions of rules, what-if",
    [
      ["addin/excel/presets.test.ts", "raises the version"],
      ["addin/taskpane/tierTab.test.tsx", "another preset is previewed and has to be applied"],
      [review("compare"), "Who would change if Tier 1 went from 20 to 25?"],
      SEATS_WHAT_IF,
    ],
  ],
  [
    47,
    "Reasons in plain words",
    [
      [review("lists.customerReason"), "the kinds of criteria that counted"],
      ["engine/explain.test.ts", "an account: every rung tried"],
    ],
  ],
  [48, "Who is in which tier", [["addin/taskpane/tierTab.test.tsx", "shows who gets which tier without a question"]]],
  [49, "Effort of each tier", [HOURS, ASKED]],
  [
    50,
    "Revenue and pipeline of each tier",
    [[review("plan"), "How much revenue and pipeline do we expect from each tier?"], ASKED],
  ],
  [51, "Place within the tier", [[review("lists"), "the place in the tier"]]],
  [
    52,
    "Summary to share",
    [
      ["addin/excel/sheets/summary.test.ts", "is written on a sheet of its own"],
      ["e2e/plan.test.ts", "a summary that can be taken back"],
    ],
  ],
  [53, "Conversion of each tier", [[review("scorecard"), "Which prospects became customers since the last run?"]]],
  [54, "Retention of each tier", [[review("scorecard"), "retention is of those who were in it"]]],
  [55, "Tiers by income", [[builtIn("clientValue"), "tiers by all that a client is worth"]]],
  [56, "Everybody has a tier", [ONE_TIER]],
  [
    57,
    "New clients by expectation",
    [[builtIn("clientValue"), "a new client is set beside the others by what is expected"]],
  ],
  [
    58,
    "Known clients by record",
    [
      [measure("expectedWhenNew"), "$of counts as $value"],
      ["engine/explain.test.ts", "what the value rests on is said"],
    ],
  ],
  [
    59,
    "All income added up",
    [
      [builtIn("clientValue"), "rows of one client are one client"],
      [builtIn("highMediumLow"), "two incomes add up"],
    ],
  ],
  [60, "Factors beside revenue", [[builtIn("clientValue"), "strategic points"]]],
  [61, "Weights of one's own", [[measure("weighted"), "the weighted mean of what is there"]]],
  [62, "Value of income and factors", [[builtIn("clientValue"), "other factors count with their value in money"]]],
  [
    63,
    "A tier up",
    [
      [stage("bumps"), "the moves of the rules that hold"],
      [stage("steps"), "moved, by rules that hold"],
    ],
  ],
  [64, "Factors in money", [[builtIn("clientValue"), "other factors count with their value in money"]]],
  [65, "Loud is not valuable", [[review("plan"), "The loudest is not the most valuable"]]],
  [66, "Service promised", [PLAY]],
  [67, "Hours to an answer", [PLAY]],
  [
    68,
    "Low use, contact overdue",
    [
      [review("lists"), "high tier with low use"],
      [builtIn("clientValue"), "who to look after first"],
    ],
  ],
  [69, "Tiers follow new data", [["addin/taskpane/tierTab.test.tsx", "refreshes what was applied"]]],
  [
    70,
    "Reviews and when next",
    [
      [review("alerts"), "the next review of the list"],
      [review("alertRules"), "How often is each tier gone over?"],
      [review("recordReview"), "reviews are kept as what has changed"],
      QUARTER,
    ],
  ],
  [
    71,
    "Initial, previous, current, highest",
    [
      [review("path"), "initial, previous, current and highest tier"],
      [review("importedTiers"), "What were the initial and the highest tier before the first review?"],
      QUARTER,
    ],
  ],
  [72, "Who needs attention", [[review("attention"), "who needs attention"]]],
  [73, "First two tiers first", [[review("alerts"), "the first two tiers come first"]]],
  [74, "Early warning", [COMPANY, [review("alerts"), "which Tier 1 accounts are within 5 % of dropping?"]]],
  [
    75,
    "Slipped: owner, day, status",
    [SLIPPED, QUARTER, [review("attention"), "an alert is an open item, due when it says, of the owner"]],
  ],
  [
    76,
    "Cause of a decline, picked",
    [QUARTER, ["addin/excel/sheets/attention.test.ts", "what came of an item is in its row"]],
  ],
  [77, "Service as a cause, picked", [["e2e/quarter.test.ts", "its main steps by keyboard alone"]]],
  [
    78,
    "Sudden rise",
    [
      [review("alerts"), "rose, by a level or more"],
      [review("alerts"), "growing is told as rising is"],
    ],
  ],
  [79, "Play for those who grow", [TREATMENT]],
  [80, "Path of tiers", [[review("path"), "the steps, with the time off the list"]]],
  [
    81,
    "One account's card",
    [
      ["addin/taskpane/why.test.tsx", "shows the account that is selected"],
      ["e2e/why.test.ts", "a row that is selected is explained"],
    ],
  ],
  [82, "Five segments", [SHARES]],
  [83, "First 30 % of revenue", [SHARES, ["engine/conditions/top.test.ts", "share of the sum"]]],
  [84, "Next 50 %", [SHARES]],
  [85, "Last 20 %", [SHARES]],
  [
    86,
    "Share of revenue or accounts",
    [
      ["engine/conditions/top.test.ts", "share of the sum"],
      ["engine/conditions/top.test.ts", "a number of accounts"],
    ],
  ],
  [87, "New Starts", [[measure("lifecycle"), "the window of a new account, to the day"]]],
  [88, "Onboarding", [TREATMENT]],
  [
    89,
    "Graduation and where to",
    [
      [review("alerts"), "converted, and which New Starts have graduated"],
      [review("alerts"), "the segment that a New Start is heading for"],
    ],
  ],
  [90, "New Starts watched", [[builtIn("revenueShare"), "New Starts without an order for 90 days"]]],
  [91, "Prospects", [[measure("lifecycle"), "first purchase %j on 2026-11-22: %s"]]],
  [
    92,
    "Prospects outside the shares",
    [["engine/ladder/excludes.test.ts", "New Starts and Prospects have no share of established revenue"]],
  ],
  [93, "Prospects by potential", [SHARES]],
  [94, "Conversion and its days", [[review("path"), "days from the first review as a prospect"], COMPANY]],
  [95, "Account managers for Enterprise", [PLAY, [builtIn("revenueShare"), "large accounts without an owner"]]],
  [96, "How often in touch", [PLAY]],
  [97, "What one is entitled to", [PLAY]],
  [98, "Low touch for the small", [TREATMENT]],
  [99, "Growth of an account", [[measure("change"), "$before → $now grows by $growth"]]],
  [100, "Columns for segments", [FIND_COLUMNS]],
  [
    101,
    "Patterns in the data",
    [
      ["engine/cuts/suggestCuts.test.ts", "natural breaks"],
      ["engine/concentration.test.ts", "have the figures of the definitions"],
    ],
  ],
  [
    102,
    "Bands on any metric",
    [
      [measure("bands"), "bands of negative numbers"],
      ["engine/conditions/plain.test.ts", "comparisons"],
    ],
  ],
  [103, "Every account assigned, once", [ONE_TIER]],
  [
    104,
    "Changed as accounts change",
    [
      [stage("overrides"), "each kind"],
      [review("pinned"), "Which accounts are pinned, by whom, until when?"],
      ASKED,
      ["addin/taskpane/tierTab.test.tsx", "refreshes what was applied"],
    ],
  ],
  [105, "Strategy of each segment", [PLAY, TREATMENT]],
  [106, "Scorecard of segments", [[review("scorecard"), "segments have the same figures"]]],
  [107, "Targets and what is missing", [TARGETS]],
  [108, "Effort against revenue", [[review("plan"), "effort beside value"]]],
  [
    109,
    "Profile of a segment",
    [
      ["engine/run.test.ts", "count, net sum, share of the positive sum, mean"],
      [review("mix"), "counts and values"],
    ],
  ],
];
