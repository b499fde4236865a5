/**
 * Asks whether the workbook counts days from 1904 on; the answer is there after the next sync. Office.js does not tell, but
 * the first day of 1904 is serial 0 in one date system and 1462 in the other.
 */
export function askDate1904({ workbook }: Excel.RequestContext): () => boolean {
  const secondOfJanuary1904 = workbook.functions.date(1904, 1, 2);
  secondOfJanuary1904.load("value");
  return () => secondOfJanuary1904.value === 1;
}
