import { all, called, type Finding, type Site } from "./parsed";

/** Every address: absolute, https, on the origin of the pane, and a file of the deployed site. */
export function* checkAddresses(root: Element, site: Site): Iterable<Finding> {
  const page = all(root, "SourceLocation")[0]?.getAttribute("DefaultValue") ?? "";
  const home = URL.canParse(page) ? new URL(page).origin : "";
  for (const { element, address } of addresses(root)) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url?.protocol !== "https:" || address.length > 2048) {
      yield { rule: "https", message: `${called(element)}: "${address}" is not a full https address.` };
    } else if (url.origin !== home) {
      yield { rule: "single-origin", message: `${called(element)}: ${url.origin} is not ${home}.` };
    } else if (element.localName !== "AppDomain" && site(url.pathname.slice(1)) === undefined) {
      yield { rule: "in-dist", message: `${called(element)}: the site has no ${url.pathname}.` };
    }
  }
}

const WITH_ADDRESS = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "bt:Url"];

function* addresses(root: Element): Iterable<{ element: Element; address: string }> {
  const images = all(root, "bt:Image").filter((image) => image.hasAttribute("id")); // the others name one of these
  for (const element of [...WITH_ADDRESS.flatMap((name) => all(root, name)), ...images]) {
    yield { element, address: element.getAttribute("DefaultValue") ?? "" };
    for (const override of element.children) yield { element, address: override.getAttribute("Value") ?? "" };
  }
  for (const element of all(root, "AppDomain")) yield { element, address: element.textContent.trim() };
  for (const element of all(root, "ExtendedOverrides")) {
    yield { element, address: element.getAttribute("Url") ?? "" };
    const more = element.getAttribute("ResourcesUrl");
    if (more !== null) yield { element, address: more };
  }
}
