import {
  before,
  buttons,
  customTab,
  dom,
  into,
  intoOf,
  last,
  one,
  OV,
  remove,
  replace,
  says,
  set,
  setOf,
  twice,
  typed,
  type Edit,
} from "./edits";

const HOME = "https://localhost:3000";
const shortcuts = (file: string) => into("OfficeApp", `<ExtendedOverrides Url="${HOME}/${file}"/>`);

/**
 * Manifests that are broken in one way each, under the rule that must catch it: what is wrong, and the edit; behind it
 * the other rules that have a reason to speak as well.
 */
export const MUTATIONS: Readonly<Record<string, Readonly<Record<string, Edit | readonly [Edit, ...string[]]>>>> = {
  "well-formed": {
    "cut off": (text) => text.slice(0, 2000),
    "a bare ampersand": replace("segments and tiers", "segments & tiers"),
  },
  "app-type": { "a content add-in": replace('xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"') },
  misplaced: {
    "an element that nobody knows": into("OfficeApp", "<Colour/>"),
    "settings of mail add-ins": into("ov:Action", "<SupportsPinning>true</SupportsPinning>"),
    "an image of the wrong namespace": [into("ov:Icon", '<Image size="24" resid="Icon.32"/>'), "resid", "icon-pixels"],
    "a button of no known kind": typed("ov:Control", "SplitButton"),
    "an action of no known kind": [typed("ov:Action", "ShowDialog"), "pane-button"],
    "overrides of another version": typed("ov:VersionOverrides", "VersionOverridesV1_1"),
    "overrides of mail add-ins": [
      replace(OV, OV.replace("taskpane", "mail")),
      ...["required", "hosts", "one-page", "pane-button", "resid", "runtime"],
    ],
  },
  order: {
    "the id at the end": last("Id"),
    "requirements behind the permissions": last("Requirements"),
    "the runtime behind the form factor": last("ov:Runtimes"),
    "the page of functions behind the buttons": last("ov:FunctionFile"),
    "a group's label behind its controls": last("ov:Label"),
    "a callout's title behind its text": last("ov:Title"),
    "resources before hosts": dom((root) => one(root, "ov:Hosts").before(one(root, "ov:Resources"))),
    "long strings before short ones": last("bt:ShortStrings"),
    "a tab's label before its groups": customTab(true),
    "shortcuts before the overrides": (text) => last("ov:VersionOverrides")(shortcuts("shortcuts.json")(text)),
  },
  required: {
    "no provider": remove("ProviderName"),
    "no large icon": remove("HighResolutionIconUrl"),
    "no page for help": remove("SupportUrl"),
    "a button without a tooltip": [remove("ov:Supertip"), "unused-resource"],
    "a button without a picture": remove("ov:Icon", 1),
    "nothing to begin with": [remove("ov:GetStarted"), "unused-resource"],
    "no page of functions": remove("ov:FunctionFile"),
  },
  repeated: { "two versions": twice("Version"), "two actions of a button": twice("ov:Action") },

  guid: {
    "an id in braces": replace("dc909801-4a13-4413-ab57-52fa90f53b40", "{dc909801-4a13-4413-ab57-52fa90f53b40}"),
    "an id of zeros": says("Id", "00000000-0000-0000-0000-000000000000"),
  },
  version: {
    "three parts": says("Version", "0.1.0"),
    zero: says("Version", "0.0.0.0"),
    "a part of six digits": says("Version", "1.0.0.100000"),
  },
  locale: {
    "a language without a country": says("DefaultLocale", "en"),
    "an underscore": says("DefaultLocale", "en_US"),
    "a translation for nobody": intoOf("Pane.Label", '<bt:Override Locale="" Value="Konten"/>'),
  },
  permissions: { "reading only": says("Permissions", "ReadDocument") },
  hosts: {
    "for Word": set("Host", "Name", "Document"),
    "for Excel twice": twice("Host"),
    "buttons in Word": [typed("ov:Host", "Document"), "misplaced"],
  },
  "requirement-sets": {
    "an older Excel": set("Set", "MinVersion", "1.9"),
    "no shared runtime": remove("Set", 1),
    "a set's version by default": dom((root) => one(root, "Set").removeAttribute("MinVersion")),
  },

  runtime: { "a short life": set("ov:Runtime", "lifetime", "short"), "two runtimes": twice("ov:Runtime") },
  "one-page": {
    "functions in a page of their own": set("ov:FunctionFile", "resid", "GetStarted.LearnMoreUrl"),
    "a pane in a page of its own": set("ov:SourceLocation", "resid", "GetStarted.LearnMoreUrl"),
    "a runtime of another page": set("ov:Runtime", "resid", "GetStarted.LearnMoreUrl"),
    "another page without a ribbon": set("SourceLocation", "DefaultValue", `${HOME}/assets/icon-16.png`),
  },
  "pane-button": { "no way to the pane": [remove("ov:Control"), "unused-resource"] },
  "taskpane-id": { "a second pane": before("ov:SourceLocation", "<TaskpaneId>Pane</TaskpaneId>") },
  "function-name": { "a name in capitals": says("ov:FunctionName", "RefreshTiers") },
  "shortcut-action": {
    "no function for an action": shortcuts("unknown-action.json"),
    "no action for a shortcut": shortcuts("no-action.json"),
  },

  "id-length": {
    "a group's id of 33 characters": setOf("AccountTiering.Group", "id", "g".repeat(33)),
    "a resource's id of 33 characters": replace("Taskpane.Url", "Taskpane.Url".padEnd(33, "-")),
    "an empty id": setOf("AccountTiering.Refresh", "id", ""),
  },
  "duplicate-id": {
    "two buttons of one id": setOf("AccountTiering.Refresh", "id", "AccountTiering.Pane"),
    "two resources of one id": twice("bt:String"),
  },
  resid: {
    "nothing of that id": [set("ov:LearnMoreUrl", "resid", "Help.Url"), "unused-resource"],
    "a short text where a long one belongs": [set("ov:Description", "resid", "Group.Label"), "unused-resource"],
  },
  "unused-resource": { "a word too many": into("bt:ShortStrings", '<bt:String id="Spare" DefaultValue="Spare"/>') },
  "short-string": {
    "a label of 126 characters": setOf("Refresh.Label", "DefaultValue", "r".repeat(126)),
    "an empty label": setOf("Group.Label", "DefaultValue", ""),
    "a long name": set("DisplayName", "DefaultValue", "n".repeat(126)),
  },
  "long-string": {
    "a description of 251 characters": set("Description", "DefaultValue", "d".repeat(251)),
    "a tooltip of 251 characters": setOf("Pane.Description", "DefaultValue", "t".repeat(251)),
    "a long translation": intoOf("Pane.Description", `<bt:Override Locale="de-DE" Value="${"t".repeat(251)}"/>`),
  },

  https: {
    "plain http": [setOf("Taskpane.Url", "DefaultValue", "http://localhost:3000/taskpane.html"), "one-page"],
    "an address without a server": set("SupportUrl", "DefaultValue", "/taskpane.html"),
  },
  "single-origin": {
    "an icon of elsewhere": setOf("Icon.32", "DefaultValue", "https://example.com/assets/icon-32.png"),
    "another site let in": before("Hosts", "<AppDomains><AppDomain>https://example.com</AppDomain></AppDomains>"),
  },
  "in-dist": {
    "a page that is not built": setOf("GetStarted.LearnMoreUrl", "DefaultValue", `${HOME}/absent.html`),
    "a picture that is not built": setOf("Refresh.80", "DefaultValue", `${HOME}/assets/refresh-81.png`),
    "a picture beside its folder": setOf("Icon.16", "DefaultValue", `${HOME}/icon-16.png`),
    "shortcuts that are not built": shortcuts("keys.json"),
  },
  "icon-sizes": {
    "none of 80 pixels": remove("bt:Image", 2),
    "one of 17 pixels": [set("bt:Image", "size", "17"), "icon-pixels"],
    "two of a size": twice("bt:Image"),
  },
  "icon-pixels": {
    "a picture of another size": setOf("Icon.16", "DefaultValue", `${HOME}/assets/icon-32.png`),
    "a large icon that is small": set("HighResolutionIconUrl", "DefaultValue", `${HOME}/assets/icon-32.png`),
    "a page for a picture": set("IconUrl", "DefaultValue", `${HOME}/taskpane.html`),
  },
  "office-tab": { "a tab of Word": set("ov:OfficeTab", "id", "TabReferences") },
  "group-size": { "seven buttons": buttons(5) },
};
