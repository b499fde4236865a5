/** What office.js says of the application around the workbook. Only `addin/excel` names `Office`. */

/** Resolves once Office is there; false where the page is not in Excel. */
export async function isInExcel(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** Whether Office itself is dark; null where it does not tell, as on the web at times (OfficeDev/office-js#6134). */
export function isOfficeDark(): boolean | null {
  // Typed as always there, which it is not.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const [, red = "", green = "", blue = ""] = /^#?(..)(..)(..)/.exec(theme?.bodyBackgroundColor ?? "") ?? [];
  const [r, g, b] = [red, green, blue].map((part) => parseInt(part, 16));
  if (r === undefined || g === undefined || b === undefined || Number.isNaN(r + g + b)) return null;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}

/** Ties a ribbon button to what it does. Excel is told when it is done, also where it failed. */
export function onRibbonCommand(name: string, action: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void action().finally(() => event.completed());
  });
}

export function showPane(): Promise<void> {
  return Office.addin.showAsTaskpane();
}
