import type { Issue, IssueCode } from "../../engine/index";
import { count, list, percent, things } from "./format";
import { spelled } from "./spelled";

type Params = Issue["params"];
type Sentence = (params: Params, count: number) => string;

/** What the engine has to say about the data, the mapping and the result. `field` is the field's own label. */
const SENTENCES: Record<IssueCode, Sentence> = {
  "no-rows": () => "There are no rows below the header.",
  "header-missing": ({ field }) => `No column was found for ${field}.`,
  "header-ambiguous": ({ field, candidates }) => `${field} could be ${list(candidates, "disjunction")}: choose one.`,
  "header-not-found": ({ field, header }) => `${field} was to be read from "${header}", and there is no such column.`,
  "header-repeated": ({ field, header, count: n }) =>
    `${field} was to be read from "${header}", and ${count(n)} columns are headed so.`,
  "header-shared": ({ header, fields }) => `The column "${header}" is read as ${list(fields)}.`,
  "header-found": ({ row, rows }) => {
    const [first, second] = [count(Number(row) + 1), count(Number(row) + 2)];
    const above = Number(row) > 0 ? "; what stands above is left out" : "";
    return `The header is in ${Number(rows) > 1 ? `rows ${first} and ${second}` : `row ${first}`} of what was selected${above}.`;
  },
  "number-as-text": ({ field }, n) =>
    `${things(n, "number")} in ${field} ${n === 1 ? "is" : "are"} stored as text; read as numbers.`,
  "date-as-text": ({ field }, n) =>
    `${things(n, "date")} in ${field} ${n === 1 ? "is" : "are"} stored as text; read as dates.`,
  "date-ambiguous": ({ field }, n) =>
    `${things(n, "date")} in ${field} can be read as day/month or month/day; not used until you say which.`,
  "dates-mixed": ({ field, asText }, n) =>
    `${field} has ${things(n, "real date")} and ${count(asText)} as text: a file opened under another date order swaps day and month in the real ones.`,
  "missing-word": ({ field }, n) =>
    `${things(n, "cell")} in ${field} ${n === 1 ? "says" : "say"} that nothing is there (such as n/a).`,
  "error-value": ({ field }, n) => `${things(n, "cell")} in ${field} ${n === 1 ? "holds" : "hold"} an Excel error.`,
  unreadable: ({ field, type }, n) =>
    `${things(n, "cell")} in ${field} cannot be read as a ${type === "boolean" ? "yes or no" : type}.`,
  "totals-left-out": (_, n) =>
    `${things(n, "row")} ${n === 1 ? "sums up others and is" : "sum up others and are"} no account; left out.`,
  "headers-left-out": (_, n) =>
    `${things(n, "row")} ${n === 1 ? "repeats the header and is" : "repeat the header and are"} no account; left out.`,
  "account-blank": (_, n) => `${things(n, "row")} ${n === 1 ? "names" : "name"} no account; written as Unrated.`,
  "account-repeated": (_, n) =>
    `${things(n, "row")} ${n === 1 ? "repeats" : "repeat"} an account named further up; each row is tiered on its own.`,
  "currency-unmapped": ({ field, base }) => `No column holds the ${field}, so every amount counts as ${base}.`,
  "currency-rate-missing": ({ currencies }, n) =>
    `${things(n, "row")} ${n === 1 ? "has" : "have"} a currency without a rate (${list(currencies)}); no amount is used there.`,
  "rows-merged": ({ of }, n) =>
    `${things(n, "row")} ${n === 1 ? "was" : "were"} joined to another of the same account; ${things(of, "account")} in all.`,
  "lifecycle-unmapped": () => "No column holds the first purchase, so every account counts as established.",
  "last-purchase-unmapped": ({ field }) => `No column holds the ${field}, so no account counts as lapsed.`,
  "first-purchase-in-future": ({ field }, n) =>
    `${things(n, "account")} ${n === 1 ? "has" : "have"} a ${field} after the day of the run; counted as prospects.`,
  "date-in-future": ({ id, field }, n) =>
    `${things(n, "account")} ${n === 1 ? "has" : "have"} a ${field} after the day of the run; ${named(id)} is missing there.`,
  "measure-unmapped": ({ id, fields }) => `No column holds ${list(fields)}, which ${named(id)} is made of.`,
  "under-bands": ({ id, least }, n) =>
    `${things(n, "account")} ${n === 1 ? "is" : "are"} under the lowest band of ${named(id)}, which begins at ${count(least)}; given 0 points.`,
  "scores-unused": ({ id, missing }, n) =>
    `Nobody has the ${n === 1 ? "score" : "scores"} ${list(missing)} of ${named(id)}: too many values are equal.`,
  "weights-normalised": ({ id, value }) =>
    `The weights of ${named(id)} add up to ${count(value)}; each counts as its part of that.`,
  "value-missing": (_, n) => `${things(n, "account")} ${n === 1 ? "has" : "have"} no usable value.`,
  "value-zero": (_, n) => `${things(n, "account")} ${n === 1 ? "has" : "have"} a value of zero.`,
  "value-negative": (_, n) =>
    `${things(n, "account")} ${n === 1 ? "has" : "have"} a negative value; in no share of the total.`,
  "best-without-value": ({ label }, n) =>
    `${things(n, "account")} without a value ${n === 1 ? "is" : "are"} in ${label}, by other numbers alone.`,
  "class-empty": ({ label }) => `Nobody is in ${label}.`,
  "share-overshoot": ({ label, actual, target }) =>
    `${label} holds ${percent(actual)} for a ${percent(target)} target.`,
  "account-spans-cuts": ({ label, from, to }) =>
    `One account alone reaches from under ${percent(from)} to over ${percent(to)} of the total, across all of ${label}.`,
  "tie-at-cut": ({ label, value, inside, outside }) =>
    `The cut of ${label} runs through equal values of ${count(value)}: ${count(inside)} in, ${count(outside)} out, by account name.`,
  "seats-under-min": ({ label, used, min, within }) =>
    `${label}${within === undefined ? "" : ` of ${within || "nobody"}`} has ${things(used, "account")}, fewer than the ${count(min)} it should have.`,
  "seats-over-max": ({ label, used, max, within }) =>
    `${label}${within === undefined ? "" : ` of ${within || "nobody"}`} has ${things(used, "account")} for ${things(max, "seat")}, by overrides.`,
  "override-account-unknown": ({ accounts }, n) =>
    `${things(n, "override")} ${n === 1 ? "names" : "name"} an account that is not in the table (${list(accounts)}); kept for when it is.`,
  "override-tier-unknown": ({ accounts, tiers }, n) =>
    `${things(n, "override")} ${n === 1 ? "names" : "name"} a tier that the rules do not have (${list(tiers)}, for ${list(accounts)}); kept, without effect.`,
  "override-expired": ({ accounts }, n) =>
    `${things(n, "override")} ${n === 1 ? "has" : "have"} run out (${list(accounts)}); without effect.`,
  "override-repeated": ({ accounts }, n) =>
    `${things(n, "override")} ${n === 1 ? "is" : "are"} replaced by a later one of the same kind (${list(accounts)}).`,
  "override-breaks-gate": ({ accounts }, n) =>
    `${things(n, "override")} ${n === 1 ? "puts" : "put"} an account where a gate would not let it (${list(accounts)}).`,
  "imported-tier-unknown": ({ field, tiers }, n) =>
    `${things(n, "cell")} in ${field} ${n === 1 ? "names" : "name"} a tier that the rules do not have (${list(tiers)}); left as ${n === 1 ? "it is" : "they are"}, and not used.`,
};

/** The sentence of an issue. `labelOf` gives a field's label for its id. */
export function issueSentence(issue: Issue, labelOf: (field: string) => string = (field) => field): string {
  const { field, fields } = issue.params;
  const params = {
    ...issue.params,
    ...(typeof field === "string" ? { field: labelOf(field) } : {}),
    ...(Array.isArray(fields) ? { fields: fields.map((each) => labelOf(String(each))) } : {}),
  };
  return SENTENCES[issue.code](params, issue.count);
}

/** A measure, which has no other name than its id. */
function named(id: unknown): string {
  return `"${spelled(String(id))}"`;
}
