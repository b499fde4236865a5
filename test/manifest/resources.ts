import { all, called, nameOf, type Finding } from "./parsed";

/** Which resources a reference may name, by the element that has the `resid`. */
const KINDS: Readonly<Record<string, string>> = {
  "bt:Image": "bt:Images",
  "ov:FunctionFile": "bt:Urls",
  "ov:LearnMoreUrl": "bt:Urls",
  "ov:Runtime": "bt:Urls",
  "ov:SourceLocation": "bt:Urls",
  "ov:Label": "bt:ShortStrings",
  "ov:Namespace": "bt:ShortStrings",
  "ov:Title": "bt:ShortStrings",
  "ov:Description": "bt:LongStrings",
};
const RESOURCES = ["bt:Image", "bt:Url", "bt:String"];
const WITH_ID = ["ov:OfficeTab", "ov:CustomTab", "ov:Group", "ov:Control", "ov:Item"];

/** Ids and what refers to them, and the lengths of texts. */
export function* checkResources(root: Element): Iterable<Finding> {
  const resources = RESOURCES.flatMap((name) => all(root, name)).filter((each) => each.hasAttribute("id"));
  const references = [...root.getElementsByTagName("*")].filter((each) => each.hasAttribute("resid"));
  yield* ids([...resources, ...WITH_ID.flatMap((name) => all(root, name))]);
  yield* resolved(references, resources);

  const used = new Set(references.map((each) => each.getAttribute("resid")));
  for (const resource of resources) {
    const id = resource.getAttribute("id");
    if (!used.has(id)) yield { rule: "unused-resource", message: `Nothing uses the resource ${id}.` };
  }
  yield* lengths(root);
}

function* ids(elements: readonly Element[]): Iterable<Finding> {
  const seen = new Set<string>();
  for (const element of elements) {
    const id = element.getAttribute("id") ?? "";
    if (id === "" || id.length > 32) {
      yield { rule: "id-length", message: `The id "${id}" of ${element.localName} is not of 1 to 32 characters.` };
    }
    if (seen.has(id)) yield { rule: "duplicate-id", message: `The id "${id}" stands twice.` };
    seen.add(id);
  }
}

function* resolved(references: readonly Element[], resources: readonly Element[]): Iterable<Finding> {
  for (const reference of references) {
    const resid = reference.getAttribute("resid") ?? "";
    const target = resources.find((each) => each.getAttribute("id") === resid);
    const kind = KINDS[nameOf(reference)];
    if (target === undefined || target.parentElement === null || nameOf(target.parentElement) !== kind) {
      yield { rule: "resid", message: `${called(reference)} names "${resid}", which is not one of ${kind ?? "any"}.` };
    }
  }
}

/** Short texts hold 1 to 125 characters, long ones 1 to 250; a button's words come from them. */
function* lengths(root: Element): Iterable<Finding> {
  const within = (name: string) => all(root, name).flatMap((strings) => [...strings.getElementsByTagName("*")]);
  const short = [...all(root, "DisplayName"), ...all(root, "ProviderName"), ...within("bt:ShortStrings")];
  const long = [...all(root, "Description"), ...within("bt:LongStrings")];
  for (const [rule, elements, most] of [["short-string", short, 125] as const, ["long-string", long, 250] as const]) {
    for (const element of elements) {
      const text = element.getAttribute("DefaultValue") ?? element.getAttribute("Value") ?? element.textContent;
      if (text.trim() === "" || text.length > most) {
        yield { rule, message: `${called(element)} has ${text.length} characters, not 1 to ${most}.` };
      }
    }
  }
}
