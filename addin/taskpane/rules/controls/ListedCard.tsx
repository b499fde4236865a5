import { Badge, Button, Card, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowDownRegular,
  ArrowUpRegular,
  ChevronDownRegular,
  ChevronRightRegular,
  DeleteRegular,
  ReOrderDotsVerticalRegular,
} from "@fluentui/react-icons";
import { useRef, type DragEvent, type ReactNode } from "react";
import { RULES } from "../../../strings/rules";

interface Props {
  /** Begins the ids of its controls. */
  readonly id: string;
  readonly title: string;
  readonly name: string;
  /** How much in it is not yet right. */
  readonly issues: number;
  /** Opens and folds it; null where it is always open. */
  readonly onOpen: ((isOpen: boolean) => void) | null;
  readonly isOpen: boolean;
  /** Its place among those that can be moved; null where it cannot be. */
  readonly order: { readonly isFirst: boolean; readonly isLast: boolean } | null;
  readonly onMove: (by: -1 | 1) => void;
  /** null where it stays. */
  readonly onRemove: (() => void) | null;
  /** Whether what is being dragged may come here. */
  readonly isDropPlace: boolean;
  readonly onDrag: (isDragged: boolean) => void;
  readonly onDrop: () => void;
  readonly children: ReactNode;
}

/** One entry of a list. It is dragged by its grip alone, so that text within can be marked. */
export function ListedCard(props: Props) {
  const { id, title, name, issues, onOpen, isOpen, order, onMove, onRemove, isDropPlace, onDrag, onDrop } = props;
  const styles = useStyles();
  const card = useRef<HTMLDivElement>(null);
  const start = (event: DragEvent) => {
    event.dataTransfer.setData("application/x-card", id); // no text, which could be dropped into a box
    event.dataTransfer.effectAllowed = "move";
    if (card.current) event.dataTransfer.setDragImage(card.current, 0, 0);
    onDrag(true);
  };
  const drop = (event: DragEvent) => {
    if (!isDropPlace) return;
    event.preventDefault();
    onDrop();
    onDrag(false);
  };
  const heading = <bdi className={styles.title}>{title}</bdi>;
  return (
    <Card
      ref={card}
      id={`${id}-new`}
      size="small"
      role="group"
      aria-label={name}
      className={mergeClasses(styles.card, isDropPlace && styles.dropPlace)}
      onDragOver={(event) => isDropPlace && event.preventDefault()}
      onDrop={drop}
    >
      <div className={styles.head}>
        {order && (
          <span className={styles.grip} draggable aria-hidden onDragStart={start} onDragEnd={() => onDrag(false)}>
            <ReOrderDotsVerticalRegular />
          </span>
        )}
        {onOpen ? (
          <Button
            appearance="transparent"
            size="small"
            className={styles.opener}
            icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {heading}
          </Button>
        ) : (
          heading
        )}
        {issues > 0 && !isOpen && (
          <Badge color="danger" appearance="tint">
            {issues}
          </Badge>
        )}
        {order && (
          <>
            <Button
              id={`${id}-up`}
              appearance="subtle"
              size="small"
              icon={<ArrowUpRegular />}
              aria-label={`${RULES.moveUp}: ${name}`}
              disabledFocusable={order.isFirst}
              onClick={() => onMove(-1)}
            />
            <Button
              id={`${id}-down`}
              appearance="subtle"
              size="small"
              icon={<ArrowDownRegular />}
              aria-label={`${RULES.moveDown}: ${name}`}
              disabledFocusable={order.isLast}
              onClick={() => onMove(1)}
            />
          </>
        )}
        {onRemove && (
          <Button
            id={`${id}-remove`}
            appearance="subtle"
            size="small"
            icon={<DeleteRegular />}
            aria-label={`${RULES.remove}: ${name}`}
            onClick={onRemove}
          />
        )}
      </div>
      {isOpen && props.children}
    </Card>
  );
}

const useStyles = makeStyles({
  card: { minWidth: "0", overflow: "visible" },
  dropPlace: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStrokeAccessible}` },
  head: { display: "flex", alignItems: "center", minWidth: "0" },
  grip: {
    display: "flex",
    flexShrink: "0",
    color: tokens.colorNeutralForeground3,
    cursor: "grab",
  },
  title: { flexGrow: "1", minWidth: "0", overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  opener: {
    flexGrow: "1",
    minWidth: "0",
    justifyContent: "start",
    paddingInlineStart: "0",
    textAlign: "start",
    whiteSpace: "normal",
  },
});
