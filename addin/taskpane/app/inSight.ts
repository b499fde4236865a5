/** Stays in sight while the rest scrolls; on a lower screen it would cover what it is about. */
export const IN_SIGHT = { "@media (min-height: 480px)": { position: "sticky" } } as const;
