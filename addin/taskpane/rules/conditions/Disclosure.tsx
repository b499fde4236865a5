import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";

interface Props {
  /** What it is called, with the sentence in it. */
  readonly name: string;
  readonly sentence: string;
  readonly children: ReactNode;
  /** Beside the sentence. */
  readonly action?: ReactNode;
  /** Below the sentence while it is closed. */
  readonly closed?: ReactNode;
  readonly isOpenFirst?: boolean;
}

/** A sentence that opens to what it is made of. */
export function Disclosure({ name, sentence, children, action, closed, isOpenFirst = false }: Props) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenFirst);
  return (
    <div className={styles.whole}>
      <div className={styles.line}>
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={name}
          onClick={() => setOpen(!isOpen)}
        >
          {sentence}
        </Button>
        {action}
      </div>
      {isOpen ? (
        <div id={id} className={styles.open}>
          {children}
        </div>
      ) : (
        closed
      )}
    </div>
  );
}

const useStyles = makeStyles({
  whole: { minWidth: "0" },
  line: { display: "flex", alignItems: "flex-start", minWidth: "0" },
  button: {
    flexGrow: "1",
    minWidth: "0",
    alignItems: "flex-start",
    justifyContent: "flex-start",
    paddingInline: tokens.spacingHorizontalXXS,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "start",
    overflowWrap: "anywhere",
  },
  open: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    marginInlineStart: tokens.spacingHorizontalS,
    paddingInlineStart: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke2,
  },
});
