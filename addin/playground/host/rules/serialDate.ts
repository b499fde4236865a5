const MS_PER_DAY = 86_400_000;

/** Excel's serial number of a calendar day (month 1–12); 1900 counts a 29 February that never was. Null when there is no such day. */
export function serialOf(year: number, month: number, day: number, date1904: boolean): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < (date1904 ? 1904 : 1900)) return null;
  if (date1904) return (time - Date.UTC(1904, 0, 1)) / MS_PER_DAY;
  const serial = (time - Date.UTC(1899, 11, 31)) / MS_PER_DAY;
  return serial > 59 ? serial + 1 : serial;
}

/** The moment of a serial number, as a date whose UTC fields are the workbook's fields. */
export function dateOf(serial: number, date1904: boolean): Date {
  const whole = Math.floor(serial);
  const days = date1904 ? whole + 1462 : whole;
  const seconds = Math.round((serial - whole) * 86_400);
  return new Date(Date.UTC(1899, 11, days > 59 ? 30 : 31) + days * MS_PER_DAY + seconds * 1000);
}
