/** What `application.cultureInfo` tells; typed text and displayed text follow it. */
export interface Culture {
  name: string;
  decimalSeparator: string;
  groupSeparator: string;
  shortDatePattern: string;
}

export const EN_US: Culture = {
  name: "en-US",
  decimalSeparator: ".",
  groupSeparator: ",",
  shortDatePattern: "M/d/yyyy",
};

export const DE_DE: Culture = {
  name: "de-DE",
  decimalSeparator: ",",
  groupSeparator: ".",
  shortDatePattern: "dd.MM.yyyy",
};
