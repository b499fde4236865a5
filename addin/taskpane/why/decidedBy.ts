let last = "";

/** Who has decided the last override, which is likely to decide the next one too; kept as long as the pane is. */
export const decidedBy = {
  get: (): string => last,
  set: (name: string): void => void (last = name),
};
