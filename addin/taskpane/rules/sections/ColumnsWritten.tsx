export function ColumnsWritten() {
  return null;
}
