import { useId, useRef, useState } from "react";
import { isObject } from "../../../strings/conditionKinds";
import { FIELDS, fieldSentence } from "../../../strings/rules/fields";
import { usePane } from "../../app/PaneContext";
import { useKeptFocus } from "../../app/useKeptFocus";
import { IssueHere } from "../controls/IssueHere";
import { ListedCard } from "../controls/ListedCard";
import { useSectionStyles } from "../measures/sectionStyles";
import { useRules } from "../RulesContext";
import { FieldCard } from "./FieldCard";
import { fieldName } from "./fieldName";

/** By which an account is one; it is always read. */
const ACCOUNT = "account";

const nothing = () => undefined;

/** Every field of the preset as a card. */
export function FieldList() {
  const styles = useSectionStyles();
  const rules = useRules();
  const { preview } = usePane().state;
  const list = useId();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const mapping = preview?.plan.accounts.mapping;
  const open = (id: string, isOpen: boolean) =>
    setOpened(new Set(isOpen ? [...opened, id] : [...opened].filter((other) => other !== id)));
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={FIELDS.list} className={styles.part}>
      {Object.entries(rules.document.fields).map(([id, field]) => {
        const name = fieldName(id, field);
        const path = ["fields", id];
        const type = isObject(field) ? String(field["type"]) : "";
        const isRequired = isObject(field) && field["required"] === true;
        const columns = mapping ? (mapping.get(id) ?? []) : null;
        return (
          <ListedCard
            key={id}
            id={`${list}-${id}`}
            title={`${name}: ${fieldSentence({ type, isRequired, columns })}`}
            name={name}
            issues={rules.issuesIn(path).length}
            isOpen={opened.has(id)}
            onOpen={(isOpen) => open(id, isOpen)}
            onRemove={id === ACCOUNT ? null : () => rules.set(path, undefined)}
            order={null}
            onMove={nothing}
            isDropPlace={false}
            onDrag={nothing}
            onDrop={nothing}
          >
            <IssueHere path={path} />
            <FieldCard id={id} isAccount={id === ACCOUNT} />
          </ListedCard>
        );
      })}
    </div>
  );
}
