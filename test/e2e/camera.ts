import type { Locator, Page } from "playwright-core";
import { movingPicture, type MovingFrame } from "./movingPicture";

/** Films a page with a pointer in it: picture by picture, of each only what differs from the one before. */
export class Camera {
  readonly #frames: MovingFrame[] = [];
  #before: string | null = null;

  private constructor(
    readonly page: Page,
    /** An empty page, to compare pictures in. */
    readonly table: Page,
  ) {}

  static async on(page: Page): Promise<Camera> {
    await page.evaluate(addPointer);
    return new Camera(page, await page.context().newPage());
  }

  /** What the page shows now stays for so long. */
  async take(seconds: number): Promise<void> {
    const now = (await this.page.screenshot()).toString("base64");
    const change = await this.table.evaluate(changeBetween, [this.#before ?? "", now] as const);
    this.#before = now;
    const last = this.#frames.at(-1);
    if (change) this.#frames.push({ ...change, png: Buffer.from(change.png, "latin1"), seconds });
    else if (last) last.seconds += seconds;
  }

  /** Moves the pointer there and clicks. */
  async click(place: Locator): Promise<void> {
    const box = await place.boundingBox();
    if (!box) throw new Error("There is nothing to click.");
    await this.page.evaluate(movePointer, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await this.take(0.7);
    await place.click();
  }

  file(): Buffer {
    return movingPicture(this.#frames);
  }
}

/** In the page: an arrow, since a picture of a page has none. */
function addPointer(): void {
  const pointer = document.createElement("div");
  pointer.id = "pointer";
  pointer.style.cssText =
    "position:fixed;left:50%;top:60%;width:20px;height:28px;z-index:2147483647;pointer-events:none";
  pointer.innerHTML =
    '<svg viewBox="0 0 20 28"><path d="M1 1v21l5-5 4 9 4-2-4-8h7z" fill="#000" stroke="#fff" stroke-width="1.5"/></svg>';
  document.body.append(pointer);
}

function movePointer({ x, y }: { x: number; y: number }): void {
  const pointer = document.getElementById("pointer");
  if (pointer) Object.assign(pointer.style, { left: `${x}px`, top: `${y}px` });
}

/**
 * In an empty page: the part of a PNG that differs from another one, null where nothing does. No
 * function in it has a name, which the compiler would keep by a helper that is not in the page.
 */
async function changeBetween(pictures: readonly [before: string, now: string]): Promise<Change | null> {
  const [before, now] = await Promise.all(
    pictures.map(async (base64) => {
      if (base64 === "") return null;
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!; // every canvas has one
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }),
  );
  if (!now) return null;
  const [old, fresh] = [before && new Uint32Array(before.data.buffer), new Uint32Array(now.data.buffer)];
  let [left, top, right, bottom] = [now.width, now.height, 0, 0];
  for (let at = 0; at < fresh.length; at++) {
    if (old?.[at] === fresh[at]) continue;
    const [x, y] = [at % now.width, Math.floor(at / now.width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  if (right === 0) return null;
  const part = new OffscreenCanvas(right - left, bottom - top);
  part.getContext("2d")!.putImageData(now, -left, -top); // every canvas has one
  const bytes = new Uint8Array(await (await part.convertToBlob({ type: "image/png" })).arrayBuffer());
  return { png: bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""), x: left, y: top };
}

interface Change {
  /** A PNG file, a byte in each character. */
  png: string;
  x: number;
  y: number;
}
