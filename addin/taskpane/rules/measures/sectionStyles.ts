import { makeStyles, tokens } from "@fluentui/react-components";

/** A part of a section with its controls below each other. */
export const useSectionStyles = makeStyles({
  part: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    outlineStyle: "none",
    overflowWrap: "anywhere",
  },
  add: { justifySelf: "start", maxWidth: "100%" },
});
