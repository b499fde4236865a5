import type { CellStyle as FileStyle, ConditionalRule, FontStyle } from "hucre";
import type { CellStyle } from "../host/snapshot";
import { fileColour, hexColour } from "./colours";

/** What a snapshot knows of a cell's format. `key` is equal for equal looks. */
export interface Look {
  /** `"General"` when the file sets none. */
  format: string;
  style: CellStyle;
}

/** A format of a file as a snapshot shows it. `defaultColour` is the text colour of the workbook's own font. */
export function lookOf(style: FileStyle, theme: readonly string[], defaultColour: string | undefined): Look {
  const colour = hexColour(style.font?.color, theme);
  const fill = style.fill?.type === "pattern" && style.fill.pattern === "solid" ? style.fill : undefined;
  const fillColour = hexColour(fill?.fgColor, theme);
  return {
    format: formatCode(style.numFmt),
    style: {
      ...(fillColour && { fill: fillColour }),
      ...(colour && colour !== (defaultColour ?? "#000000") && { color: colour }),
      ...(style.font?.bold && { bold: true }),
    },
  };
}

/** Excel's own code for the two built-in formats that hucre spells with backslashes it does not need. */
function formatCode(code: string | undefined): string {
  if (!code || code === "General") return "General";
  return code.replace(/\\([()])/g, "$1");
}

/** A format of a file changed to `look`, keeping what a snapshot does not know (borders, alignment, the font's name).
 * `defaultFont` is the workbook's own, for a format that names none. */
export function withLook(base: FileStyle, look: Look, defaultFont: FontStyle): FileStyle {
  const { numFmt: _format, fill: _fill, font, ...rest } = base;
  const { color: _color, bold: _bold, ...otherFont } = font ?? {};
  const { color: _own, ...plainFont } = defaultFont;
  const newFont = {
    ...otherFont,
    ...(look.style.color && { color: fileColour(look.style.color) }),
    ...(look.style.bold && { bold: true }),
  };
  return {
    ...rest,
    ...(look.format !== "General" && { numFmt: look.format }),
    ...(look.style.fill && { fill: { type: "pattern", pattern: "solid", fgColor: fileColour(look.style.fill) } }),
    ...(Object.keys(newFont).length > 0 && { font: { ...plainFont, ...newFont } }),
  };
}

/**
 * What a conditional format paints. Excel and LibreOffice leave the pattern of such a fill out, which hucre reads as "no
 * pattern": the background colour then is the fill.
 */
export function paintOf(style: FileStyle | undefined, theme: readonly string[]): CellStyle {
  const fill = style?.fill?.type === "pattern" ? style.fill : undefined;
  const fillColour = hexColour(fill?.bgColor, theme) ?? hexColour(fill?.fgColor, theme);
  const colour = hexColour(style?.font?.color, theme);
  return {
    ...(fillColour && { fill: fillColour }),
    ...(colour && { color: colour }),
    ...(style?.font?.bold && { bold: true }),
  };
}

/** The inverse, with an explicit solid pattern and both colours, so that Excel and LibreOffice paint the same. */
export function paintForFile({ fill, color, bold }: CellStyle): NonNullable<ConditionalRule["style"]> {
  return {
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: fileColour(fill), bgColor: fileColour(fill) } }),
    ...((color || bold) && { font: { ...(bold && { bold: true }), ...(color && { color: fileColour(color) }) } }),
  };
}

export function styleKey({ fill = "", color = "", bold = false }: CellStyle): string {
  return `${fill}|${color}|${bold ? "b" : ""}`;
}
