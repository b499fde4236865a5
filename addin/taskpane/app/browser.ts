/** Puts text on the clipboard, by the older way where the browser inside Excel forbids the newer one. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

/** Hands text over as a file to save. */
export function downloadText(name: string, text: string): void {
  const link = document.createElement("a");
  const type = name.endsWith(".csv") ? "text/csv" : "application/json";
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
