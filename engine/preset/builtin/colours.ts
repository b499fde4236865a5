/** Tiers from the best down, dark to light. */
export const [FIRST, SECOND, THIRD] = ["#0F5C9E", "#5B9BD5", "#C7E0F4"] as const;
/** Of four tiers the third and fourth. */
export const [THIRD_OF_FOUR, FOURTH] = ["#A3CBEE", "#DDEBF7"] as const;
