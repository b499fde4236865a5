/** Labels of up to so many characters are short as they are. */
const SHORT = 3;

/**
 * Labels for narrow columns, all different: "Tier 1" is "T1", "Strategic" is "Str". Where two would be the same they are
 * numbered, best first.
 */
export function shortLabels(labels: readonly string[]): string[] {
  const short = labels.map(shortLabel);
  return new Set(short).size === short.length ? short : labels.map((_, i) => String(i + 1));
}

function shortLabel(label: string): string {
  const characters = [...label];
  if (characters.length <= SHORT) return label;
  const numbered = /^(\p{L})\D*?(\d{1,2})$/u.exec(label);
  return numbered ? `${numbered[1] ?? ""}${numbered[2] ?? ""}` : characters.slice(0, SHORT).join("");
}
