import { all, nameOf, textOf, typeOf, type Finding } from "./parsed";

/** What the code needs of Excel; the sets that are asked for at run time are not among them. */
const REQUIRED_SETS = { ExcelApi: "1.14", SharedRuntime: "1.1" };

/** Who the add-in is, where it runs, and what it asks for. */
export function* checkIdentity(root: Element): Iterable<Finding> {
  const value = (name: string) => textOf(all(root, name)[0]);
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value("Id")) || /^[0-]+$/.test(value("Id"))) {
    yield { rule: "guid", message: `The Id "${value("Id")}" is not a hyphenated GUID.` };
  }
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(value("Version")) || !/[1-9]/.test(value("Version"))) {
    yield { rule: "version", message: `The version "${value("Version")}" is not of four parts and above 0.0.0.0.` };
  }
  for (const locale of [value("DefaultLocale"), ...overrides(root).map((each) => each.getAttribute("Locale") ?? "")]) {
    if (!isLocale(locale)) yield { rule: "locale", message: `"${locale}" is not a culture such as en-US.` };
  }
  if (value("Permissions") !== "ReadWriteDocument") {
    yield {
      rule: "permissions",
      message: `The add-in reads and writes; the manifest asks for ${value("Permissions")}.`,
    };
  }
  yield* hosts(root);
  yield* requirementSets(root);
}

function overrides(root: Element): Element[] {
  return [...all(root, "Override"), ...all(root, "bt:Override")];
}

function isLocale(text: string): boolean {
  try {
    return text.includes("-") && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Excel and nothing else, in the base and in the overrides. */
function* hosts(root: Element): Iterable<Finding> {
  const named = all(root, "Host").map((host) => host.getAttribute("Name") ?? "");
  const typed = all(root, "ov:Host").map(typeOf);
  for (const hosts of [named, typed]) {
    if (hosts.join() !== "Workbook") {
      yield { rule: "hosts", message: `The add-in is for Workbook alone, not for ${hosts.join(", ") || "nothing"}.` };
    }
  }
}

/**
 * The sets stand in the base manifest: those of the overrides only switch the ribbon off, and the pane would open all
 * the same where it cannot work.
 */
function* requirementSets(root: Element): Iterable<Finding> {
  const sets = all(root, "Set").filter((set) => nameOf(set.parentElement ?? set) === "Sets");
  for (const [name, least] of Object.entries(REQUIRED_SETS)) {
    const set = sets.find((each) => each.getAttribute("Name") === name);
    const asked = set?.getAttribute("MinVersion") ?? set?.parentElement?.getAttribute("DefaultMinVersion") ?? "1.1";
    if (set === undefined || isOlder(asked, least)) {
      yield { rule: "requirement-sets", message: `${name} ${least} or later must be required.` };
    }
  }
}

/** 1.9 is older than 1.14. */
function isOlder(version: string, than: string): boolean {
  const [major = NaN, minor = NaN] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return !(major > thanMajor || (major === thanMajor && minor >= thanMinor));
}
