/**
 * What may stand in an element, in this order: `?` at most once, `+` at least once, `*` any number, nothing exactly
 * once; `a|b` either, intermingled. From Microsoft's schemas (TaskPaneAppVersionOverridesV1_0.xsd, [MS-OWEMXML]) and
 * its page on the order of elements. Where those leave out what the Marketplace or this add-in needs, it is needed.
 */
export const SEQUENCES: Readonly<Record<string, string>> = {
  "OfficeApp:TaskPaneApp":
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl " +
    "SupportUrl AppDomains? Hosts Requirements DefaultSettings Permissions ov:VersionOverrides ExtendedOverrides?",
  DisplayName: "Override*",
  Description: "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  AppDomains: "AppDomain+",
  Hosts: "Host+",
  Requirements: "Sets Methods?",
  Sets: "Set+",
  Methods: "Method+",
  DefaultSettings: "SourceLocation",
  SourceLocation: "Override*",
  ExtendedOverrides: "Tokens?",

  "ov:VersionOverrides:VersionOverridesV1_0":
    "ov:Description? ov:Requirements? ov:Hosts ov:Resources ov:WebApplicationInfo? ov:EquivalentAddins?",
  "ov:Requirements": "bt:Sets bt:Methods?",
  "bt:Sets": "bt:Set+",
  "ov:Hosts": "ov:Host+",
  "ov:Host:Workbook": "ov:Runtimes ov:AllFormFactors? ov:DesktopFormFactor",
  "ov:Runtimes": "ov:Runtime+", // at least one: that it is only one, the rule on runtimes says
  "ov:AllFormFactors": "ov:ExtensionPoint",
  "ov:DesktopFormFactor": "ov:GetStarted ov:FunctionFile ov:ExtensionPoint+",
  "ov:GetStarted": "ov:Title ov:Description ov:LearnMoreUrl",
  "ov:ExtensionPoint:PrimaryCommandSurface": "ov:OfficeTab* ov:CustomTab?",
  "ov:ExtensionPoint:ContextMenu": "ov:OfficeMenu+",
  "ov:ExtensionPoint:CustomFunctions": "ov:Script ov:Page ov:Metadata ov:Namespace?",
  "ov:Script": "ov:SourceLocation",
  "ov:Page": "ov:SourceLocation",
  "ov:Metadata": "ov:SourceLocation",
  "ov:OfficeTab": "ov:Group+",
  "ov:OfficeMenu": "ov:Control+",
  "ov:CustomTab": "ov:OverriddenByRibbonApi? ov:Group|ov:OfficeGroup+ ov:Label",
  "ov:Group": "ov:OverriddenByRibbonApi? ov:Label ov:Icon ov:Control+",
  "ov:Icon": "bt:Image+",
  "ov:Control:Button": "ov:OverriddenByRibbonApi? ov:Label ov:Supertip ov:Icon ov:Action ov:Enabled?",
  "ov:Control:Menu": "ov:OverriddenByRibbonApi? ov:Label ov:Supertip ov:Icon ov:Items",
  "ov:Items": "ov:Item+",
  "ov:Item": "ov:OverriddenByRibbonApi? ov:Label ov:Supertip ov:Icon? ov:Action ov:Enabled?",
  "ov:Supertip": "ov:Title ov:Description",
  "ov:Action:ShowTaskpane": "ov:TaskpaneId? ov:SourceLocation ov:Title?",
  "ov:Action:ExecuteFunction": "ov:FunctionName",

  "ov:Resources": "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

/** What one place of a sequence takes. */
export interface Slot {
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
}

export function slots(sequence: string): Slot[] {
  return sequence.split(" ").map((item) => {
    const sign = "?+*".includes(item.at(-1) ?? "") ? item.at(-1) : "";
    const names = item.slice(0, sign === "" ? undefined : -1).split("|");
    return {
      names,
      least: sign === "" || sign === "+" ? 1 : 0,
      most: sign === "" || sign === "?" ? 1 : Infinity,
    };
  });
}
