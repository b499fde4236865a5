import { JSDOM } from "jsdom";

/** One thing that is wrong with a manifest. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
}

/** A file of the deployed site by its path, `assets/icon-16.png`; undefined where the site has none. */
export type Site = (path: string) => Uint8Array | undefined;

/** What a manifest speaks of beside itself. */
export interface Surroundings {
  /** The functions that the code ties to the ribbon and to shortcuts. */
  readonly commands: ReadonlySet<string>;
  readonly site: Site;
}

const PREFIXES = new Map<string | null, string>([
  ["http://schemas.microsoft.com/office/appforoffice/1.1", ""],
  ["http://schemas.microsoft.com/office/taskpaneappversionoverrides", "ov:"],
  ["http://schemas.microsoft.com/office/officeappbasictypes/1.0", "bt:"],
]);
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

const { DOMParser } = new JSDOM().window;

/** The root of a manifest; null where the text is not well-formed XML. */
export function parseManifest(text: string): Element | null {
  const root = new DOMParser().parseFromString(text, "text/xml").documentElement;
  return root.localName === "parsererror" ? null : root;
}

/** `Id`, `ov:Host`, `bt:Image`: the name with one prefix a namespace, whichever prefix the file uses. */
export function nameOf(element: Element): string {
  return `${PREFIXES.get(element.namespaceURI) ?? "?:"}${element.localName}`;
}

/** The value of `xsi:type`; empty where there is none. */
export function typeOf(element: Element): string {
  return element.getAttributeNS(XSI, "type") ?? "";
}

/** The elements of that name, the root among them, in the order of the file. */
export function all(root: Element, name: string): Element[] {
  return [root, ...root.getElementsByTagName("*")].filter((element) => nameOf(element) === name);
}

/** What an element is called in a message: its name, and its id where it has one. */
export function called(element: Element): string {
  const id = element.getAttribute("id");
  return id === null ? element.localName : `${element.localName} ${id}`;
}

export function textOf(element: Element | undefined): string {
  return element?.textContent.trim() ?? "";
}
