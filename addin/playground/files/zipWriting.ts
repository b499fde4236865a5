import { crc32 } from "./checksum";
import { join } from "./zipReading";

/** A part of a file that is being written: whole, or as pieces that are made while they are packed. */
export interface Part {
  name: string;
  content: Uint8Array<ArrayBuffer> | string | Iterable<string>;
}

/**
 * Packs parts into a zip archive, deflated, in the order given, one after the other, so that no large part is ever held
 * unpacked. Every part is dated 1980-01-01, the first day of the format: the same parts give the same bytes.
 */
export async function writeArchive(parts: Iterable<Part> | AsyncIterable<Part>): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  let count = 0;
  for await (const { name, content } of parts) {
    const path = encoder.encode(name);
    const { packed, size, checksum } = await deflate(content);
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true); // version that can unpack it
    common.setUint16(2, 0x0800, true); // names are UTF-8
    common.setUint16(4, 8, true); // deflated
    common.setUint16(8, 33, true); // 1980-01-01
    common.setUint32(10, checksum, true);
    common.setUint32(14, packed.length, true);
    common.setUint32(18, size, true);
    common.setUint16(22, path.length, true);
    const shared = new Uint8Array(common.buffer);
    pieces.push(Uint8Array.of(0x50, 0x4b, 3, 4), shared, path, packed);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, at, true);
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), shared, new Uint8Array(tail.buffer), path);
    at += 30 + path.length + packed.length;
    count++;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(
    12,
    directory.reduce((size, piece) => size + piece.length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return join([...pieces, ...directory, new Uint8Array(end.buffer)]);
}

/** Characters packed at a time. */
const PIECE = 1 << 18;

async function deflate(content: Part["content"]): Promise<{ packed: Uint8Array; size: number; checksum: number }> {
  const encoder = new TextEncoder();
  const deflater = new CompressionStream("deflate-raw");
  const writer = deflater.writable.getWriter();
  const packing = collect(deflater.readable);
  let size = 0;
  let checksum = 0;
  const push = async (bytes: Uint8Array<ArrayBuffer>) => {
    size += bytes.length;
    checksum = crc32(bytes, checksum);
    await writer.write(bytes);
  };
  if (content instanceof Uint8Array) await push(content);
  else {
    let text = "";
    for (const piece of typeof content === "string" ? [content] : content) {
      text += piece;
      if (text.length < PIECE) continue;
      await push(encoder.encode(text));
      text = "";
    }
    await push(encoder.encode(text));
  }
  await writer.close();
  return { packed: await packing, size, checksum };
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(parts);
    parts.push(value);
  }
}
