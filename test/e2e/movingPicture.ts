import { crc32 } from "../../addin/playground/files/checksum";

/** A picture that is laid over the ones before, at a place within the first one. */
export interface MovingFrame {
  /** A PNG file; those of all frames have the same kind of colours. */
  readonly png: Uint8Array;
  readonly x: number;
  readonly y: number;
  /** How long it stays. */
  seconds: number;
}

/**
 * An animated PNG file, which browsers show and everything else takes for its first frame. It holds the frames' own data,
 * unchanged (https://www.w3.org/TR/png-3/#apng-frame-based-animation), plays twice and stays on its last frame.
 */
export function movingPicture(frames: readonly MovingFrame[]): Buffer {
  let sequence = 0;
  const pictures = frames.map(({ png }) => chunksOf(png));
  const body = frames.flatMap(({ x, y, seconds }, at) => {
    const chunks = pictures[at]!; // one for each frame
    const size = sizeOf(chunks);
    const stay = Buffer.concat([uint16(Math.round(seconds * 1_000)), uint16(1_000)]);
    const control = chunk("fcTL", uint32(sequence++), size, uint32(x), uint32(y), stay, STAYS_AND_REPLACES);
    const data = chunks.filter(({ type }) => type === "IDAT").map((each) => each.data);
    const drawn = data.map((each) => (at === 0 ? chunk("IDAT", each) : chunk("fdAT", uint32(sequence++), each)));
    return [control, ...drawn];
  });
  const header = pictures[0]?.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(0);
  const animation = chunk("acTL", uint32(frames.length), uint32(PLAYS));
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), animation, ...body, chunk("IEND")]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const STAYS_AND_REPLACES = Buffer.from([0, 0]);
const PLAYS = 2;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString("latin1", at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12; // length, type and checksum have four bytes each
  }
  return chunks;
}

/** Width and height, as they stand at the beginning of a header. */
const sizeOf = (chunks: readonly Chunk[]): Buffer =>
  chunks.find(({ type }) => type === "IHDR")?.data.subarray(0, 8) ?? Buffer.alloc(8);

function chunk(type: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), ...parts]);
  return Buffer.concat([uint32(content.length - 4), content, uint32(crc32(content))]);
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

function uint16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}
