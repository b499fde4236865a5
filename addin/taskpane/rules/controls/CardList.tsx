import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
  useAnnounce,
  useId,
} from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useEffect, useState, type ReactNode } from "react";
import { movedSentence, removedSentence } from "../../../strings/rules/controls";
import { moved, type Path } from "../document";
import { useRules } from "../RulesContext";
import type { Choosable } from "./Choice";
import { IssueHere } from "./IssueHere";
import { ListedCard } from "./ListedCard";
import { useKeys } from "./useKeys";

interface Adding {
  readonly label: string;
  /** What is added; of several kinds, of the one that was chosen. */
  readonly entry?: (kind: string) => unknown;
  /** The whole list with one more at its place, where the others change with it. */
  readonly entries?: (entries: readonly unknown[], kind: string) => readonly unknown[];
  /** Kinds to choose from, where there are several. */
  readonly kinds?: readonly Choosable[];
  readonly isBeforeLast?: boolean;
  /** Stands above the button. */
  readonly hint?: string;
}

interface Props {
  /** Where the list stands. */
  readonly path: Path;
  /** What the card of an entry says. */
  readonly title: (entry: unknown, index: number) => string;
  /** What the entry is called where it is moved or taken out; its title where absent. */
  readonly name?: (entry: unknown, index: number) => string;
  readonly children?: (path: Path, entry: unknown, index: number) => ReactNode;
  /** A button below that adds an entry at the end, or before the last one. */
  readonly add?: Adding;
  /** Whether the order says something. */
  readonly isOrdered?: boolean;
  /** Whether the last one stays, and stays where it is. */
  readonly isLastFixed?: boolean;
  /** Whether a card shows its title alone until it is opened. */
  readonly isFolded?: boolean;
  /** What holds where there is no list. */
  readonly byDefault?: readonly unknown[];
  /** The fewest and the most entries. */
  readonly least?: number;
  readonly most?: number;
}

/**
 * The entries of a list as cards, which can be moved by buttons or by dragging, and taken out. The focus stays with the card
 * that was moved, and goes to the next one from one that was taken out.
 */
export function CardList({ path, title, name = title, children, add, ...rest }: Props) {
  const { isOrdered = true, isLastFixed = false, isFolded = false, byDefault = [], least = 0, most = Infinity } = rest;
  const styles = useStyles();
  const rules = useRules();
  const { announce } = useAnnounce();
  const list = useId("cards");
  const value = rules.at(path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : byDefault;
  const { keys, ...places } = useKeys(entries.length);
  const [dragged, setDragged] = useState<number | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [focused, setFocused] = useState<{ readonly id: string } | null>(null);
  useEffect(() => {
    const place = focused && document.getElementById(focused.id);
    const isNew = focused?.id.endsWith(NEW) === true;
    const control = isNew && (place?.querySelector("input, textarea") ?? place?.querySelector("button"));
    (control instanceof HTMLElement ? control : place)?.focus();
  }, [focused]);
  const last = entries.length - (isLastFixed ? 2 : 1); // the last place to be moved to
  const idOf = (key: number | undefined, part: string) => `${list}-${key}-${part}`;
  const move = (from: number, to: number, part: string) => {
    rules.set(path, moved(entries, from, to));
    places.move(from, to);
    setFocused({ id: idOf(keys[from], part) });
    announce(movedSentence(name(entries[from], from), to + 1, entries.length));
  };
  const remove = (index: number) => {
    rules.set(
      path,
      entries.filter((_, other) => other !== index),
    );
    places.remove(index);
    const next = keys[index < last ? index + 1 : index - 1];
    setFocused({ id: next === undefined ? `${list}-add` : idOf(next, "remove") });
    announce(removedSentence(name(entries[index], index)));
  };
  const insert = (adding: Adding, kind: string) => {
    const index = entries.length - (adding.isBeforeLast ? 1 : 0);
    const inserted = () => [...entries.slice(0, index), adding.entry?.(kind), ...entries.slice(index)];
    rules.set(path, adding.entries?.(entries, kind) ?? inserted());
    const key = places.insert(index);
    setOpened(new Set([...opened, key]));
    setFocused({ id: idOf(key, children ? NEW : "remove") });
  };
  const open = (key: number, isOpen: boolean) =>
    setOpened(new Set(isOpen ? [...opened, key] : [...opened].filter((other) => other !== key)));
  return (
    <div className={styles.list}>
      {entries.map((entry, index) => {
        const key = keys[index] ?? index;
        const isMovable = isOrdered && index <= last;
        return (
          <ListedCard
            key={key}
            id={`${list}-${key}`}
            title={title(entry, index)}
            name={name(entry, index)}
            issues={rules.issuesIn([...path, index]).length}
            onOpen={isFolded && children ? (isOpen) => open(key, isOpen) : null}
            isOpen={!isFolded || opened.has(key)}
            order={isMovable ? { isFirst: index === 0, isLast: index === last } : null}
            onMove={(by) => move(index, index + by, by < 0 ? "up" : "down")}
            onRemove={entries.length > least && (!isLastFixed || index <= last) ? () => remove(index) : null}
            isDropPlace={dragged !== null && dragged !== index && isMovable}
            onDrag={(isDragged) => setDragged(isDragged ? index : null)}
            onDrop={() => dragged !== null && move(dragged, index, "up")}
          >
            <IssueHere path={[...path, index]} />
            {children?.([...path, index], entry, index)}
          </ListedCard>
        );
      })}
      <IssueHere path={path} />
      {add?.hint !== undefined && <Text size={200}>{add.hint}</Text>}
      {add && <AddButton id={`${list}-add`} add={add} isFull={entries.length >= most} onAdd={insert} />}
    </div>
  );
}

/** Ends the id of a card that has just come. */
const NEW = "new";

interface AddProps {
  readonly id: string;
  readonly add: Adding;
  readonly isFull: boolean;
  readonly onAdd: (add: Adding, kind: string) => void;
}

function AddButton({ id, add, isFull, onAdd }: AddProps) {
  const styles = useStyles();
  const button = { id, size: "small", icon: <AddRegular />, className: styles.add } as const;
  if (!add.kinds) {
    return (
      <Button {...button} disabledFocusable={isFull} onClick={() => onAdd(add, "")}>
        {add.label}
      </Button>
    );
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button {...button} disabledFocusable={isFull || add.kinds.length === 0}>
          {add.label}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {add.kinds.map(({ value, name }) => (
            <MenuItem key={value} onClick={() => onAdd(add, value)}>
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalS, justifyItems: "stretch", minWidth: "0" },
  add: { justifySelf: "start", maxWidth: "100%" },
});
