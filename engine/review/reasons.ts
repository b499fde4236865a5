/** Why an account slipped or needs attention, as people say it. */
export const ATTENTION_REASONS = [
  ...(["industry-change", "dissatisfied", "service-issue"] as const),
  ...(["price", "lost-champion", "data-error"] as const),
];
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** What has become of an item. */
export const ATTENTION_STATUSES = ["open", "in-progress", "done", "dismissed"] as const;
export type AttentionStatus = (typeof ATTENTION_STATUSES)[number];
