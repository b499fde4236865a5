import type { Color } from "hucre";
import { resolveThemeColor } from "hucre";

/**
 * A colour of a file as `#RRGGBB`; `undefined` when it has none of its own (automatic, or the system's text and window
 * colours).
 */
export function hexColour(colour: Color | undefined, theme: readonly string[]): string | undefined {
  if (!colour) return undefined;
  if (colour.rgb) return /^[0-9A-Fa-f]{6}$/.test(colour.rgb) ? `#${colour.rgb.toUpperCase()}` : undefined;
  if (colour.theme !== undefined) return `#${resolveThemeColor([...theme], colour.theme, colour.tint)}`;
  const indexed =
    colour.indexed === undefined ? undefined : INDEXED[colour.indexed < 8 ? colour.indexed : colour.indexed - 8];
  return indexed ? `#${indexed}` : undefined;
}

/** `#RRGGBB` as the library takes it. */
export function fileColour(hex: string): Color {
  return { rgb: hex.replace("#", "").toUpperCase() };
}

/** Colours 8 to 63 of the old palette (0 to 7 repeat the first eight), ECMA-376 part 1, 18.8.27. */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");
