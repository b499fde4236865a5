import { Button, Card, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular, ArrowDownRegular, ArrowUpRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState, type DragEvent, type ReactNode } from "react";
import { RULES } from "../../../strings/rules";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

interface Props {
  /** Where the list stands. */
  readonly path: Path;
  /** What the card of an entry is called. */
  readonly title: (entry: unknown, index: number) => string;
  readonly children: (path: Path, entry: unknown, index: number) => ReactNode;
  /** A button below that adds an entry at the end, or before the last one. */
  readonly add?: { readonly label: string; readonly entry: () => unknown; readonly isBeforeLast?: boolean };
  /** Whether the order says something. */
  readonly isOrdered?: boolean;
  /** Whether the last one stays where it is. */
  readonly isLastFixed?: boolean;
}

/** The entries of a list as cards, which can be moved by buttons or by dragging, and taken out. */
export function CardList({ path, title, children, add, isOrdered = true, isLastFixed = false }: Props) {
  const styles = useStyles();
  const rules = useRules();
  const value = rules.at(path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const [dragged, setDragged] = useState<number | null>(null);
  const isFixed = (index: number) => !isOrdered || (isLastFixed && index === entries.length - 1);
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged !== null && dragged !== to) rules.move(path, dragged, to);
    setDragged(null);
  };
  return (
    <div className={styles.list}>
      {entries.map((entry, index) => {
        const name = title(entry, index);
        return (
          <Card
            key={keyOf(entry, index)}
            size="small"
            role="group"
            aria-label={name}
            draggable={!isFixed(index)}
            onDragStart={(event) => event.target === event.currentTarget && setDragged(index)}
            onDragOver={(event) => dragged !== null && !isFixed(index) && event.preventDefault()}
            onDrop={(event) => drop(event, index)}
            onDragEnd={() => setDragged(null)}
          >
            <div className={styles.head}>
              <strong className={styles.name}>{name}</strong>
              {!isFixed(index) && (
                <>
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<ArrowUpRegular />}
                    aria-label={`${RULES.moveUp}: ${name}`}
                    disabledFocusable={index === 0}
                    onClick={() => rules.move(path, index, index - 1)}
                  />
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<ArrowDownRegular />}
                    aria-label={`${RULES.moveDown}: ${name}`}
                    disabledFocusable={index >= entries.length - (isLastFixed ? 2 : 1)}
                    onClick={() => rules.move(path, index, index + 1)}
                  />
                </>
              )}
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                aria-label={`${RULES.remove}: ${name}`}
                onClick={() => rules.remove(path, index)}
              />
            </div>
            {children([...path, index], entry, index)}
          </Card>
        );
      })}
      {add && (
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => rules.insert(path, entries.length - (add.isBeforeLast ? 1 : 0), add.entry())}
        >
          {add.label}
        </Button>
      )}
    </div>
  );
}

/** By its id where it has one, so that a card that moves keeps its focus. */
function keyOf(entry: unknown, index: number): string {
  const id = typeof entry === "object" && entry !== null && "id" in entry ? entry.id : undefined;
  return typeof id === "string" ? id : String(index);
}

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalS, justifyItems: "stretch", minWidth: "0" },
  head: { display: "flex", alignItems: "center", minWidth: "0" },
  name: { flexGrow: "1", overflowWrap: "anywhere" },
});
