/** Gives a workbook's bytes to the browser as a file, under the workbook's name. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const file = new Blob([bytes], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name.replace(/\.[a-z]+$/i, "")}.xlsx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
