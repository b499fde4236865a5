/** What the section "Steadiness" says. */
export const STEADINESS = {
  isOn: "Keep tiers steady from review to review",
  off: "Tiers follow the rules at once.",
  bandKind: "Who has a tier keeps it within",
  bandKinds: { part: "A part of the cut", points: "Points of a share" },
  band: "How far",
  bandHints: {
    part: "10 % keeps who is at 90 in a tier that begins at 100.",
    points: "3 % keeps who is in the top 33 % of a tier of the top 30 %.",
  },
  reviews: "Reviews failed until it is lost",
  maxStep: "Most levels from one review to the next",
} as const;
