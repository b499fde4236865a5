import { all, parseManifest } from "./parsed";

/** From the text of a manifest to that of another one. */
export type Edit = (text: string) => string;

export const OV = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const BT = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** An edit of the parsed manifest. */
export function dom(change: (root: Element) => void): Edit {
  return (text) => {
    const root = parseManifest(text);
    if (root === null) throw new Error("not well-formed");
    change(root);
    return root.outerHTML;
  };
}

/** The nth element of that name, which must be there. */
export function one(root: Element, name: string, nth = 0): Element {
  const found = all(root, name)[nth];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function withId(root: Element, id: string): Element {
  const found = [...root.getElementsByTagName("*")].find((each) => each.getAttribute("id") === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** An element from markup in the namespace of the place it goes to. */
function made(root: Element, markup: string): Element {
  const space = root.namespaceURI ?? "";
  const parent = parseManifest(`<p xmlns="${space}" xmlns:bt="${BT}" xmlns:xsi="${XSI}">${markup}</p>`);
  const [element] = parent?.children ?? [];
  if (element === undefined) throw new Error(`not well-formed: ${markup}`);
  return root.ownerDocument.importNode(element, true);
}

export const replace =
  (from: string, to: string): Edit =>
  (text) =>
    text.replaceAll(from, to);
export const remove = (name: string, nth = 0) => dom((root) => one(root, name, nth).remove());
export const twice = (name: string) => dom((root) => one(root, name).after(one(root, name).cloneNode(true)));
export const last = (name: string) => dom((root) => one(root, name).parentElement?.append(one(root, name)));
export const says = (name: string, text: string) => dom((root) => (one(root, name).textContent = text));
export const typed = (name: string, type: string) =>
  dom((root) => one(root, name).setAttributeNS(XSI, "xsi:type", type));
export const set = (name: string, attribute: string, value: string, nth = 0) =>
  dom((root) => one(root, name, nth).setAttribute(attribute, value));
export const setOf = (id: string, attribute: string, value: string) =>
  dom((root) => withId(root, id).setAttribute(attribute, value));
export const into = (name: string, markup: string) =>
  dom((root) => one(root, name).append(made(one(root, name), markup)));
export const intoOf = (id: string, markup: string) => dom((root) => withId(root, id).append(made(root, markup)));
export const before = (name: string, markup: string) =>
  dom((root) => one(root, name).before(made(one(root, name), markup)));

/** The group on a tab of its own, whose label stands behind it, or before it, where Office refuses it. */
export const customTab = (labelFirst: boolean) =>
  dom((root) => {
    const [point, office, group] = [one(root, "ov:ExtensionPoint"), one(root, "ov:OfficeTab"), one(root, "ov:Group")];
    const tab = made(point, '<CustomTab id="AccountTiering.Tab"><Label resid="Group.Label"/></CustomTab>');
    if (labelFirst) tab.append(group);
    else tab.prepend(group);
    office.replaceWith(tab);
  });

/** More buttons in the group, each with an id of its own. */
export const buttons = (count: number) =>
  dom((root) => {
    for (let more = 1; more <= count; more++) {
      one(root, "ov:Group").append(one(root, "ov:Control").cloneNode(true));
      one(root, "ov:Control", more + 1).setAttribute("id", `Button.${more}`);
    }
  });
