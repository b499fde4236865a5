import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode, SyntheticEvent } from "react";
import { PANE } from "../../strings/pane";

interface Props {
  readonly title: ReactNode;
  /** What the button says that sends it. */
  readonly submit: string;
  onSubmit(form: HTMLFormElement): void;
  onClose(): void;
  readonly children: ReactNode;
}

/** A dialog that asks for something: its questions below each other, and Enter sends them. Stands in a `Dialog`. */
export function FormSurface({ title, submit, onSubmit, onClose, children }: Props) {
  const styles = useStyles();
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(event.currentTarget);
  };
  return (
    <DialogSurface>
      <form onSubmit={send} noValidate>
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{PANE.cancel}</Button>
            <Button appearance="primary" type="submit">
              {submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </DialogSurface>
  );
}

const useStyles = makeStyles({
  /** A name may be as long as a cell: the questions need the room. */
  title: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "3",
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
  content: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
});
