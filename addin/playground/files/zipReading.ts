import { MAX_TEXT_BYTES, MAX_UNPACKED_BYTES } from "./limits";
import { FileProblem } from "./result";

/** A zip archive in memory, its parts unpacked on demand. */
export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** One part whole, as text. Refused when it is absent, damaged or too large. */
  text(name: string): Promise<string>;
  /** One part piece by piece, as text: for sheets, which can be far larger than the rest. */
  pieces(name: string): AsyncGenerator<string>;
  /** One part whole, as bytes. */
  bytes(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

interface Entry {
  method: number;
  packedSize: number;
  headerAt: number;
}

/**
 * Opens a zip archive by its directory, which stands at the end: so a truncated file is refused at once.
 * Stored and deflated parts; no encryption, no parts over 4 GB. Unpacking stops at our limits whatever the archive claims.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let unpacked = 0;

  async function* chunks(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name);
    if (!entry) throw new FileProblem("damaged", { part: name });
    for await (const chunk of inflate(packed(bytes, view, entry, name), entry.method, name)) {
      unpacked += chunk.length;
      if (unpacked > MAX_UNPACKED_BYTES)
        throw new FileProblem("tooLarge", { what: "bytes", limit: MAX_UNPACKED_BYTES });
      yield chunk;
    }
  }

  async function* pieces(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const chunk of chunks(name)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    pieces,
    async text(name) {
      let text = "";
      for await (const piece of pieces(name)) {
        text += piece;
        if (text.length > MAX_TEXT_BYTES) throw new FileProblem("tooLarge", { what: "bytes", limit: MAX_TEXT_BYTES });
      }
      return text;
    },
    async bytes(name) {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks(name)) parts.push(chunk);
      return join(parts);
    },
  };
}

/** One array holding all of `parts`. */
export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const END_SIZE = 22;
const MAX_COMMENT = 65_535;

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  let end = bytes.length - END_SIZE;
  const first = Math.max(0, end - MAX_COMMENT);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < first) throw new FileProblem("damaged");

  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new FileProblem("damaged");
    const nameSize = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameSize));
    entries.set(
      name.replace(/^\/|\\/g, (mark) => (mark === "/" ? "" : "/")),
      {
        method: view.getUint16(at + 10, true),
        packedSize: view.getUint32(at + 20, true),
        headerAt: view.getUint32(at + 42, true),
      },
    );
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packed(bytes: Uint8Array, view: DataView, { headerAt, packedSize }: Entry, part: string): Uint8Array {
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== 0x04034b50) {
    throw new FileProblem("damaged", { part });
  }
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (start + packedSize > bytes.length) throw new FileProblem("damaged", { part });
  return bytes.subarray(start, start + packedSize);
}

async function* inflate(data: Uint8Array, method: number, part: string): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield data;
    return;
  }
  if (method !== 8) throw new FileProblem("damaged", { part });
  const inflater = new DecompressionStream("deflate-raw");
  const writer = inflater.writable.getWriter();
  // Failures show on the readable side; unheard here, they would count as unhandled.
  writer.write(data as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  const reader = inflater.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw new FileProblem("damaged", { part });
  } finally {
    reader.cancel().catch(() => {});
  }
}
