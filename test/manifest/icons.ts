import { all, called, type Finding, type Site } from "./parsed";

const NEEDED = [16, 32, 80];
const ALLOWED = [16, 20, 24, 32, 40, 48, 64, 80];
/** The pictures of the add-in itself: what Microsoft wants of task panes. */
const OWN = { IconUrl: 32, HighResolutionIconUrl: 64 };

/** The sizes that are named, and that each picture has the size that is said of it. */
export function* checkIcons(root: Element, site: Site): Iterable<Finding> {
  for (const [name, size] of Object.entries(OWN)) {
    for (const icon of all(root, name))
      yield* pixels(called(icon), icon.getAttribute("DefaultValue") ?? "", size, site);
  }
  const images = new Map(all(root, "bt:Image").map((each) => [each.getAttribute("id"), each] as const));
  for (const icon of all(root, "ov:Icon")) {
    const owner = icon.parentElement === null ? "an icon" : called(icon.parentElement);
    const sizes = [...icon.children].map((image) => Number(image.getAttribute("size")));
    const isOdd = sizes.some((size, at) => !ALLOWED.includes(size) || sizes.indexOf(size) !== at);
    if (isOdd || NEEDED.some((size) => !sizes.includes(size))) {
      yield {
        rule: "icon-sizes",
        message: `${owner} has the icon sizes ${sizes.join(", ")}; 16, 32 and 80 are needed.`,
      };
    }
    for (const [at, image] of [...icon.children].entries()) {
      const address = images.get(image.getAttribute("resid"))?.getAttribute("DefaultValue") ?? "";
      yield* pixels(owner, address, sizes[at] ?? NaN, site);
    }
  }
}

function* pixels(owner: string, address: string, size: number, site: Site): Iterable<Finding> {
  const path = URL.canParse(address) ? new URL(address).pathname.slice(1) : "";
  const bytes = site(path);
  if (bytes === undefined) return; // that the file is there, another rule sees to
  const found = pngSize(bytes);
  if (found === null || found.width !== size || found.height !== size) {
    const is = found === null ? "no PNG" : `${found.width} × ${found.height} pixels`;
    yield { rule: "icon-pixels", message: `${owner}: ${path} should be ${size} pixels wide and high, and is ${is}.` };
  }
}

/** Width and height from a PNG's header: 8 bytes of signature, 8 of the first chunk's length and name, then the two. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
