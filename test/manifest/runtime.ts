import { all, called, textOf, typeOf, type Finding, type Surroundings } from "./parsed";

/** One page that lives as long as the workbook is open, behind the ribbon and the pane, with a function for each button. */
export function* checkRuntime(root: Element, { commands, site }: Surroundings): Iterable<Finding> {
  const runtimes = all(root, "ov:Runtime");
  const [runtime] = runtimes;
  if (runtimes.length !== 1 || runtime?.getAttribute("lifetime") !== "long") {
    yield { rule: "runtime", message: 'There must be one Runtime, with lifetime="long".' };
  }
  yield* pages(root, runtime?.getAttribute("resid") ?? "");
  for (const id of all(root, "ov:TaskpaneId")) {
    yield { rule: "taskpane-id", message: `TaskpaneId ${textOf(id)}: the shared runtime has one pane.` };
  }
  for (const name of all(root, "ov:FunctionName").map(textOf)) {
    if (!commands.has(name)) yield { rule: "function-name", message: `The code associates no function "${name}".` };
  }
  for (const shortcuts of all(root, "ExtendedOverrides")) {
    yield* shortcutActions(shortcuts.getAttribute("Url") ?? "", { commands, site });
  }
}

/** What does not run in the page of the Runtime runs in a page of its own, which shares nothing with the pane. */
function* pages(root: Element, page: string): Iterable<Finding> {
  const locations = [
    ...all(root, "ov:FunctionFile"),
    ...all(root, "ov:SourceLocation").filter(({ parentElement }) => parentElement?.localName !== "Metadata"),
  ];
  for (const location of locations) {
    if (location.getAttribute("resid") === page) continue;
    const where = location.parentElement === null ? "" : ` of ${called(location.parentElement)}`;
    yield { rule: "one-page", message: `${location.localName}${where} is not the page of the Runtime.` };
  }
  const address = all(root, "bt:Url")
    .find((url) => url.getAttribute("id") === page)
    ?.getAttribute("DefaultValue");
  if (all(root, "SourceLocation")[0]?.getAttribute("DefaultValue") !== address) {
    yield { rule: "one-page", message: "The SourceLocation of DefaultSettings is not the page of the Runtime." };
  }
  if (all(root, "ov:Action").every((action) => typeOf(action) !== "ShowTaskpane")) {
    yield { rule: "pane-button", message: "No button opens the pane." };
  }
}

/** The file of shortcuts: `{ "actions": [{ "id", "type": "ExecuteFunction" }], "shortcuts": [{ "action" }] }`. */
function* shortcutActions(address: string, { commands, site }: Surroundings): Iterable<Finding> {
  const bytes = URL.canParse(address) ? site(new URL(address).pathname.slice(1)) : undefined;
  if (bytes === undefined) return; // that the file is there, another rule sees to
  const { actions, shortcuts } = idsOf(new TextDecoder().decode(bytes));
  for (const id of actions) {
    if (!commands.has(id)) yield { rule: "shortcut-action", message: `The code associates no function "${id}".` };
  }
  for (const id of shortcuts) {
    if (!actions.includes(id)) yield { rule: "shortcut-action", message: `A shortcut is for "${id}", no action.` };
  }
}

function idsOf(text: string): { actions: string[]; shortcuts: string[] } {
  const { actions = [], shortcuts = [] } = JSON.parse(text) as {
    actions?: { id: string }[];
    shortcuts?: { action: string }[];
  };
  return { actions: actions.map(({ id }) => id), shortcuts: shortcuts.map(({ action }) => action) };
}
