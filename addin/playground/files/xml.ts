/** An element met in a text: its attributes by name, what it holds, and its whole text. */
export interface Element {
  attributes: Map<string, string>;
  inner: string;
  outer: string;
}

/**
 * The elements called `name`, with or without a namespace prefix, in the order they are met at any depth.
 * Not for elements that hold others of the same name. Attribute values are decoded, `inner` is as written.
 */
export function* elements(xml: string, name: string): Generator<Element> {
  const pattern = new RegExp(
    `<(?:\\w+:)?${name}(?=[\\s/>])((?:[^>"'/]|"[^"]*"|'[^']*'|/(?!>))*)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>)`,
    "g",
  );
  for (const match of xml.matchAll(pattern)) {
    yield { attributes: attributes(match[1] ?? ""), inner: match[2] ?? "", outer: match[0] };
  }
}

/** The attributes of an open tag's inside: `r="A1" s='3'`. */
export function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) found.set(name, decodeXml(double ?? single ?? ""));
  }
  return found;
}

/** Text without comments, and with CDATA as plain text: files made by hand or by other programs have them. */
export function plainXml(xml: string): string {
  if (!xml.includes("<!")) return xml;
  return xml
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => encodeXml(text));
}

/** `&amp;`, `&#10;` and `&#x1F600;` as the characters they stand for. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const ENTITIES: Record<string, string> = Object.assign(Object.create(null), {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
});

export function encodeXml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
    : text;
}

/** A text that is already encoded, with the white space that an attribute would lose. */
export function attributeText(encoded: string): string {
  return encoded.replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * Text of a cell or a table column as Excel stores it: characters that XML cannot hold (controls, halves of emoji) as
 * `_x0000_`, and a literal `_x0041_` as `_x005F_x0041_`. Inverse of `decodeCellText`.
 */
export function encodeCellText(text: string): string {
  if (!/[^\n\t -\u007E]|[&<>"_]/.test(text)) return text;
  return encodeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      .replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, (unit) => escapeUnit(unit.charCodeAt(0))),
  );
}

export function escapeUnit(code: number): string {
  return `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
}

export function decodeCellText(text: string): string {
  return decodeEscapes(decodeXml(text));
}

/** Of a text whose entities are decoded already, such as an attribute's. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
