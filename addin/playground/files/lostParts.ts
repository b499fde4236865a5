import type { LostPart } from "./result";

/** What is lost, told by the names of the parts in the archive. */
export function lostByName(names: readonly string[]): LostPart[] {
  return BY_NAME.filter(([pattern]) => names.some((name) => pattern.test(name))).map(([, lost]) => lost);
}

/** What is lost of a sheet, told by what stands before (`head`) and after (`tail`) its cells. */
export function lostBySheet(head: string, tail: string): LostPart[] {
  const found: LostPart[] = [];
  if (/<(?:\w+:)?col\s[^>]*outlineLevel="[1-9]/.test(head)) found.push("grouping");
  if (/<(?:\w+:)?sheetProtection\s[^>]*(password|hashValue)=/.test(tail)) found.push("protectionPassword");
  if (/<(?:\w+:)?(filter|customFilter|dynamicFilter|top10|colorFilter|iconFilter)\s[^>]*>/.test(autoFilter(tail))) {
    found.push("filterCriteria");
  }
  if (tail.includes("<x14:conditionalFormattings")) found.push("extendedConditionalFormats");
  if (tail.includes("sparklineGroups")) found.push("sparklines");
  return found;
}

function autoFilter(tail: string): string {
  return /<(?:\w+:)?autoFilter\s[^>]*[^/]>[\s\S]*?<\/(?:\w+:)?autoFilter>/.exec(tail)?.[0] ?? "";
}

const BY_NAME: readonly (readonly [RegExp, LostPart])[] = [
  [/\/(charts|chartEx|chartsheets)\//i, "charts"],
  [/\/(connections\.xml|queryTables\/)/i, "connections"],
  [/\/(ctrlProps|activeX|embeddings|dialogsheets|macrosheets)\//i, "controls"],
  [/^customXml\//i, "customXml"],
  [/\/model\//i, "dataModel"],
  [/\/(richData|cellimages)/i, "dataTypes"],
  [/\/(media|drawings\/drawing|diagrams)/i, "drawings"],
  [/\/externalLinks\//i, "externalLinks"],
  [/vbaProject\.bin$/i, "macros"],
  [/\/pivotTables\//i, "pivotTables"],
  [/\/(slicers|timelines)\//i, "slicers"],
  [/\/threadedComments\//i, "threadedComments"],
];
