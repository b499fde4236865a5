import { things } from "../format";

/** The column that a lifecycle goes by, where nothing else is a date. */
export const FIRST_PURCHASE = {
  type: "date",
  label: "First purchase",
  headers: ["First purchase", "First order", "First purchase date", "Customer since", "Client since"],
} as const;

/** The column that names currencies, where none does yet. */
export const CURRENCY = {
  type: "text",
  label: "Currency",
  headers: ["Currency", "Currency code", "Currency ISO code"],
} as const;

/** What cells of a column are read as. */
export const TYPES = { text: "Text", number: "Number", date: "Date", boolean: "Yes or no" } as const;

export type FieldType = keyof typeof TYPES;

/** How several rows of one account are joined. */
export const COMBINES = {
  sum: "added up",
  max: "the highest",
  min: "the lowest",
  mean: "the mean",
  first: "the first one",
  count: "how many rows have one",
} as const;
/** The same of yes and no. */
export const COMBINES_OF_YES = { max: "yes if any is", min: "no if any is", first: "the first one" } as const;
/** The same of dates. */
export const COMBINES_OF_DATES = { max: "the latest", min: "the earliest", first: "the first one" } as const;

/** What the section of the columns read says. */
export const FIELDS = {
  intro: "What is looked for in the table. Which column is read for it is chosen on the Tier tab.",
  list: "Columns read",
  add: "Add field",
  addTitle: "Another column",
  column: "Header of the column",
  type: "Read as",
  label: "Name",
  labelHint: "What the pane calls it.",
  headers: "Headers",
  headersHint: "One in each line. A header with one of these in it is found; after a = only the whole header counts.",
  required: "Without its column nothing is tiered",
  many: "Several columns may be read for it",
  combine: "Rows of one account",
  combineByType: "as usual for its type",
  account: "Every row is an account by this column.",
  rollUpTitle: "Several rows for one account",
  rollUp: "Rows with the same account are one account",
  by: "Told by",
  currencyTitle: "Several currencies",
  currency: "Amounts are in several currencies",
  currencyField: "Column that names the currency",
  base: "Currency that all amounts come out in",
  rates: "What one unit is worth in it",
  rate: "Currency",
  rateHint: "As it stands in the column: USD.",
  addRate: "Add currency",
  rateTaken: "It is in the list.",
  rateBad: "A currency begins with a letter or a digit and has 64 characters at most.",
  of: "Columns with amounts",
  noNumbers: "Currencies need a number column to convert.",
} as const;

interface FieldFacts {
  readonly type: string;
  readonly isRequired: boolean;
  /** Headers of the columns that are read for it now; null while nothing is read. */
  readonly columns: readonly string[] | null;
}

/** "Number, needed, from Revenue". */
export function fieldSentence({ type, isRequired, columns }: FieldFacts): string {
  const name = Object.hasOwn(TYPES, type) ? TYPES[type as FieldType] : type;
  const [first, ...others] = columns ?? [];
  const more = others.length === 0 ? "" : ` and ${things(others.length, "other column")}`;
  const from = columns === null ? [] : [first === undefined ? "no column" : `from ${first}${more}`];
  return [name, ...(isRequired ? ["needed"] : []), ...from].join(", ");
}

/** "1 USD in EUR". */
export function rateName(currency: string, base: string): string {
  return `1 ${currency} in ${base}`;
}

/** "Remove USD". */
export function removeRate(currency: string): string {
  return `Remove ${currency}`;
}
