/** A gate as it stands in a document, whose parts may not be right yet. */
export interface Gate {
  readonly id: string;
  readonly when: unknown;
  readonly else: { readonly exclude?: unknown } | { readonly maxTier?: unknown };
}
