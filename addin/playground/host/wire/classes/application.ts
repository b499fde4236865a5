import { wireClass, type WireClass } from "../wireClass";

export const applicationClass: WireClass<null> = wireClass({
  name: "Application",
  properties: {
    CalculationMode: { get: (_, { workbook }) => workbook.calculationMode },
    DecimalSeparator: { get: (_, { workbook }) => workbook.culture.decimalSeparator },
    ThousandsSeparator: { get: (_, { workbook }) => workbook.culture.groupSeparator },
  },
  children: { CultureInfo: () => cultureInfoClass(null) },
  methods: {
    /** Nothing is calculated or drawn here, so there is nothing to suspend. */
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

export const cultureInfoClass: WireClass<null> = wireClass({
  name: "CultureInfo",
  properties: { Name: { get: (_, { workbook }) => workbook.culture.name } },
  children: {
    NumberFormat: () => numberFormatInfoClass(null),
    DatetimeFormat: () => datetimeFormatInfoClass(null),
  },
});

export const numberFormatInfoClass: WireClass<null> = wireClass({
  name: "NumberFormatInfo",
  properties: {
    NumberDecimalSeparator: { get: (_, { workbook }) => workbook.culture.decimalSeparator },
    NumberGroupSeparator: { get: (_, { workbook }) => workbook.culture.groupSeparator },
  },
});

export const datetimeFormatInfoClass: WireClass<null> = wireClass({
  name: "DatetimeFormatInfo",
  properties: { ShortDatePattern: { get: (_, { workbook }) => workbook.culture.shortDatePattern } },
});
