import { checkWorkbookWritable } from "../../rules/protection";
import { refuse } from "../../rules/refusal";
import { text } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireClass } from "../wireClass";

/** The add-in's settings in the file. Values are JSON; the client turns dates into `"Date(…)"` and back. */
export const settingCollectionClass: WireClass<null> = wireClass({
  name: "SettingCollection",
  items: (_, { workbook }) => Object.keys(workbook.settings()).map((key) => settingClass(key)),
  item: (_, key, session) => settingClass(existing(text(key), session)),
  methods: {
    Add(_, [key, value], { workbook }) {
      checkWorkbookWritable(workbook);
      workbook.putSetting(text(key), value ?? null);
      return settingClass(text(key));
    },
    GetItemOrNullObject: (_, [key], { workbook }) =>
      Object.hasOwn(workbook.settings(), text(key)) ? settingClass(text(key)) : nullObject,
    GetCount: (_, _args, { workbook }) => Object.keys(workbook.settings()).length,
  },
});

export const settingClass: WireClass<string> = wireClass({
  name: "Setting",
  identity: (key) => ({ _Id: key }),
  properties: {
    Key: { get: (key, session) => existing(key, session) },
    Value: {
      get: (key, session) => session.workbook.settings()[existing(key, session)],
      set(key, value, session) {
        checkWorkbookWritable(session.workbook);
        session.workbook.putSetting(existing(key, session), value ?? null);
      },
    },
  },
  methods: {
    Delete(key, _args, session) {
      checkWorkbookWritable(session.workbook);
      session.workbook.putSetting(existing(key, session), undefined);
    },
  },
});

function existing(key: string, { workbook }: Session): string {
  return Object.hasOwn(workbook.settings(), key) ? key : refuse("ItemNotFound", `There is no setting ${key}.`);
}
