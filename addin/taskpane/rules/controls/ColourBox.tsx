import { ColorSwatch, makeStyles, SwatchPicker, tokens } from "@fluentui/react-components";
import { COLOUR_NAMES, CONTROLS } from "../../../strings/rules/controls";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import { TextBox } from "./TextBox";

/** A colour of the preset, typed or chosen among some that stay apart for everybody. Blank takes it out. */
export function ColourBox({ path }: { path: Path }) {
  const styles = useStyles();
  const rules = useRules();
  const value = rules.at(path);
  const colour = typeof value === "string" ? value.toUpperCase() : "";
  const isColour = /^#[0-9A-F]{6}$/.test(colour);
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <span className={styles.swatch} style={isColour ? { backgroundColor: colour } : {}} aria-hidden />
        <div className={styles.text}>
          <TextBox label={CONTROLS.colour} path={path} isOptional hint={CONTROLS.colourHint} />
        </div>
      </div>
      <SwatchPicker
        aria-label={CONTROLS.colours}
        size="small"
        className={styles.picker}
        selectedValue={colour}
        onSelectionChange={(_, { selectedValue }) => rules.set(path, selectedValue)}
      >
        {Object.entries(COLOUR_NAMES).map(([each, name]) => (
          <ColorSwatch
            key={each}
            color={each}
            value={each}
            aria-label={name}
            borderColor={tokens.colorNeutralStrokeAccessible}
            className={styles.colour}
          />
        ))}
      </SwatchPicker>
    </div>
  );
}

const useStyles = makeStyles({
  box: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: "0" },
  line: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "start" },
  text: { flexGrow: "1", minWidth: "0" },
  swatch: {
    flexShrink: "0",
    width: "24px",
    height: "24px",
    marginTop: "20px", // beside the box, below its label
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    forcedColorAdjust: "none",
  },
  picker: { flexWrap: "wrap", padding: "0" },
  colour: { forcedColorAdjust: "none" },
});
