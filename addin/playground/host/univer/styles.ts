import {
  BooleanNumber,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { CellFormat } from "../workbook";

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

/** A change of style: null takes a property away. */
export type StylePatch = { [Key in keyof IStyleData]: IStyleData[Key] | null };

export function numberFormatOf(style: IStyleData): string | undefined {
  const pattern = style.n?.pattern;
  return pattern === undefined || /^general$/i.test(pattern) ? undefined : pattern;
}

export function numberFormatPatch(format: string | undefined): StylePatch {
  return { n: format === undefined ? null : { pattern: format } };
}

export function formatOf(style: IStyleData): CellFormat | undefined {
  const { bg, cl, bl, it, ff, fs, tb, ht, vt } = style;
  const format = {
    fill: hexOf(bg?.rgb),
    color: hexOf(cl?.rgb),
    bold: flag(bl),
    italic: flag(it),
    fontName: ff ?? undefined,
    fontSize: fs,
    wrapText: tb ? tb === WrapStrategy.WRAP : undefined,
    horizontalAlignment: nameOf(HORIZONTAL, ht),
    verticalAlignment: nameOf(VERTICAL, vt),
  };
  const entries = Object.entries(format).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Replaces everything that `CellFormat` speaks of, but for `locked`. */
export function formatPatch(format: CellFormat = {}): StylePatch {
  const { fill, color, bold, italic, fontName, fontSize, wrapText, horizontalAlignment, verticalAlignment } = format;
  return {
    bg: fill === undefined ? null : { rgb: fill },
    cl: color === undefined ? null : { rgb: color },
    bl: asFlag(bold),
    it: asFlag(italic),
    ff: fontName ?? null,
    fs: fontSize ?? null,
    tb: wrapText === undefined ? null : wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ht: horizontalAlignment === undefined ? null : (HORIZONTAL[horizontalAlignment] ?? null),
    vt: verticalAlignment === undefined ? null : (VERTICAL[verticalAlignment] ?? null),
  };
}

export function patched(style: IStyleData | undefined, patch: StylePatch): IStyleData {
  const entries = Object.entries({ ...style, ...patch }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries);
}

/** As Excel gives colours; undefined for what is no colour. */
export function hexOf(colour: Nullable<string>): string | undefined {
  if (!colour) return undefined;
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour.toUpperCase();
  if (/^#[0-9a-f]{3}$/i.test(colour)) return colour.replace(/[0-9a-f]/gi, "$&$&").toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour)?.slice(1);
  return parts && `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

const flag = (value: BooleanNumber | undefined): boolean | undefined =>
  value === undefined ? undefined : value === BooleanNumber.TRUE;

function asFlag(value: boolean | undefined): BooleanNumber | null {
  if (value === undefined) return null;
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function nameOf<T>(names: Readonly<Record<string, T>>, value: T | null | undefined): string | undefined {
  return Object.keys(names).find((name) => names[name] === value);
}
