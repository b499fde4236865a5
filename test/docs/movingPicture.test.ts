import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { movingPicture } from "../e2e/movingPicture";

interface Chunk {
  type: string;
  data: Buffer;
}

/** The chunks of a PNG file, whose checksums hold. */
function chunksOf(file: Buffer): Chunk[] {
  expect(file.toString("latin1", 1, 4)).toBe("PNG");
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
    chunks.push({ type: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, end) });
  }
  return chunks;
}

/** Grey, a byte for each pixel. */
function grey(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(content));
    return Buffer.concat([length, content, sum]);
  };
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0]);
  const pixels = deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

// https://www.w3.org/TR/png-3/#structure: frames are numbered through, over their controls and their data.
test("a moving picture holds each frame at its place and for its time, the first one also for who cannot move", () => {
  const [whole, part] = [grey(4, 3), grey(2, 1)];
  const chunks = chunksOf(
    movingPicture([
      { png: whole, x: 0, y: 0, seconds: 1 },
      { png: part, x: 2, y: 1, seconds: 0.25 },
    ]),
  );
  expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND"]);
  const [header, animation, first, data, second, more] = chunks.map((chunk) => chunk.data.toString("hex"));
  const dataOf = (png: Buffer): string | undefined => chunksOf(png)[1]?.data.toString("hex");
  expect([header, data, more]).toEqual(["00000004000000030800000000", dataOf(whole), `00000002${dataOf(part)}`]);
  expect(animation).toBe("0000000200000002"); // two frames, twice
  expect(first).toBe("00000000" + "00000004" + "00000003" + "00000000" + "00000000" + "03e8" + "03e8" + "0000");
  expect(second).toBe("00000001" + "00000002" + "00000001" + "00000002" + "00000001" + "00fa" + "03e8" + "0000");
});

test("the README's is as wide as a page there and small enough to be loaded at once", () => {
  const file = readFileSync(new URL("../../docs/screenshots/first-result.png", import.meta.url));
  const [header, animation] = chunksOf(file);
  expect([header?.data.readUInt32BE(0), animation?.type]).toEqual([1_000, "acTL"]);
  expect(file.length).toBeLessThan(1_500_000);
});
