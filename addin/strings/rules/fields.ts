/** The column that a lifecycle goes by, where nothing else is a date. */
export const FIRST_PURCHASE = {
  type: "date",
  label: "First purchase",
  headers: ["First purchase", "First order", "First purchase date", "Customer since", "Client since"],
} as const;
