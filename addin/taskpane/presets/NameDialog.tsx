import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { isLabel } from "../../../engine/index";
import { LONGEST_NAME } from "../../excel/presets";
import { DIALOG } from "../../strings/pane";
import { FormSurface } from "../app/FormSurface";
import { usePane } from "../app/PaneContext";

interface Props {
  readonly title: string;
  readonly first: string;
  readonly onDone: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a preset: one that no other has. */
export function NameDialog({ title, first, onDone, onClose }: Props) {
  const { presets } = usePane().state;
  const [name, setName] = useState(first);
  const [isTouched, setTouched] = useState(false);
  const isTaken = presets.some((each) => each.state === "ok" && sameName(each.preset.name, name));
  const isAllowed = isLabel(name.trim());
  const problem =
    name.trim() === "" ? DIALOG.nameMissing : isTaken ? DIALOG.nameTaken : isAllowed ? null : DIALOG.nameNotAllowed;
  const submit = () => {
    setTouched(true);
    if (problem !== null) return;
    onClose();
    void onDone(name.trim());
  };
  return (
    <FormSurface title={title} submit={title} onSubmit={submit} onClose={onClose}>
      <Field label={DIALOG.name} validationMessage={isTouched ? problem : null}>
        <Input
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(_, { value }) => {
            setName(value);
            setTouched(true);
          }}
        />
      </Field>
    </FormSurface>
  );
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
