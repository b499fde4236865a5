import design from "@univerjs/design/lib/index.css";
import docs from "@univerjs/docs-ui/lib/index.css";
import formula from "@univerjs/sheets-formula-ui/lib/index.css";
import rules from "@univerjs/sheets-conditional-formatting-ui/lib/index.css";
import sheets from "@univerjs/sheets-ui/lib/index.css";
import tables from "@univerjs/sheets-table-ui/lib/index.css";
import ui from "@univerjs/ui/lib/index.css";

/** Univer's style sheets, into the page itself: its policy lets no other in. */
export function addUniverLook(): void {
  const style = document.createElement("style");
  style.textContent = [design, ui, docs, sheets, formula, tables, rules].join("\n");
  document.head.append(style);
}
