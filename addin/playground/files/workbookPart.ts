import type { NameSnapshot } from "../host/snapshot";
import { formulaFromFile } from "./formulaText";
import { FileProblem } from "./result";
import type { attributes } from "./xml";
import { decodeXml, elements, plainXml } from "./xml";
import type { Archive } from "./zipReading";

/** Where the parts of a workbook are in its archive. */
export interface WorkbookParts {
  /** The part that lists the sheets, and the part of its relations. */
  workbook: string;
  relations: string;
  /** In tab order; `part` is empty for a sheet that is no grid (a chart on its own sheet). */
  sheets: { name: string; part: string }[];
  strings?: string;
  names: NameSnapshot[];
  /** Built-in names (print areas) as they stand in the file, with the sheet they belong to. */
  builtInNames: NameSnapshot[];
}

/** Follows the relations from the root of the archive to the sheets. Refused when there is no workbook. */
export async function findWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  if (!archive.has("_rels/.rels")) throw new FileProblem("notAWorkbook");
  const root = await readRelations(archive, "_rels/.rels", "");
  const workbook = [...root.values()].find(({ type }) => type === "officeDocument")?.target;
  if (!workbook || !archive.has(workbook)) throw new FileProblem("notAWorkbook");
  if (workbook.endsWith(".bin")) throw new FileProblem("otherFormat", { format: "xlsb" });
  const xml = plainXml(await archive.text(workbook));
  if (!/<(?:\w+:)?workbook[\s>]/.test(xml)) throw new FileProblem("notAWorkbook");

  const relations = relationsOf(workbook);
  const targets = await readRelations(archive, relations, folderOf(workbook));
  const sheets = [...elements(xml, "sheet")].map((sheet) => {
    const relation = targets.get(relationId(sheet.attributes) ?? "");
    const part = relation?.type === "worksheet" ? relation.target : "";
    return { name: sheet.attributes.get("name") ?? "", part };
  });
  if (!sheets.some(({ part }) => part && archive.has(part))) throw new FileProblem("damaged", { part: workbook });

  const names = [...elements(xml, "definedName")].map((element) =>
    definedName(element.attributes, element.inner, sheets),
  );
  return {
    workbook,
    relations,
    sheets,
    strings: [...targets.values()].find(({ type }) => type === "sharedStrings")?.target,
    names: names.filter(({ name }) => !name.startsWith("_xlnm.")),
    builtInNames: names.filter(({ name }) => name.startsWith("_xlnm.")),
  };
}

function definedName(found: Map<string, string>, inner: string, sheets: { name: string }[]): NameSnapshot {
  const sheet = found.has("localSheetId") ? sheets[Number(found.get("localSheetId"))]?.name : undefined;
  return {
    name: found.get("name") ?? "",
    formula: `=${formulaFromFile(decodeXml(inner))}`,
    isVisible: !isTrue(found.get("hidden")),
    comment: found.get("comment") ?? "",
    ...(sheet !== undefined && { sheet }),
  };
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** The relations part that belongs to a part: `xl/a.xml` has `xl/_rels/a.xml.rels`. */
export function relationsOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** By relation id: the last word of the type and the part it leads to; a missing relations part has none. */
export async function readRelations(
  archive: Archive,
  part: string,
  folder: string,
): Promise<Map<string, { type: string; target: string }>> {
  if (!archive.has(part)) return new Map();
  const found = [...elements(plainXml(await archive.text(part)), "Relationship")];
  return new Map(
    found.map(({ attributes: relation }) => {
      const target = relation.get("Target") ?? "";
      const type = relation.get("Type") ?? "";
      return [
        relation.get("Id") ?? "",
        { type: type.slice(type.lastIndexOf("/") + 1), target: resolve(folder, target) },
      ];
    }),
  );
}

export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of (folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function relationId(found: ReturnType<typeof attributes>): string | undefined {
  for (const [name, value] of found) if (name.endsWith(":id")) return value;
  return undefined;
}
