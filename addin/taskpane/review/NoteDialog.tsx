import { Dialog, Field, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import {
  ATTENTION_REASONS,
  ATTENTION_STATUSES,
  type AttentionReason,
  type AttentionStatus,
} from "../../../engine/index";
import type { KeptAttention } from "../../excel/sheets/history/attention";
import { noteName, REVIEW } from "../../strings/review";
import { REASON_WORDS, STATUS_WORDS } from "../../strings/sheets";
import { FormSurface } from "../app/FormSurface";
import { usePane } from "../app/PaneContext";

/** As much as anybody reads in a row. */
const LONGEST_NOTE = 1000;

interface Props {
  readonly kept: KeptAttention;
  onClose(): void;
}

/** Asks what has come of an item of the attention list, and writes it into its row. */
export function NoteDialog({ kept, onClose }: Props) {
  const { state, actions } = usePane();
  const [status, setStatus] = useState<AttentionStatus>(kept.status);
  const [reason, setReason] = useState<AttentionReason | null>(kept.reason);
  const [note, setNote] = useState(kept.note ?? "");
  const submit = () => {
    onClose();
    const resolved = resolvedOn(kept, status, state.asOf);
    void actions.saveAttention([
      { item: kept, status, reason, resolved, note: note.trim() === "" ? null : note.trim() },
    ]);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <FormSurface title={noteName(kept.account, kept.code)} submit={REVIEW.save} onSubmit={submit} onClose={onClose}>
        <Field label={REVIEW.status}>
          <Select value={status} onChange={(_, { value }) => setStatus(value as AttentionStatus)}>
            {ATTENTION_STATUSES.map((each) => (
              <option key={each} value={each}>
                {STATUS_WORDS[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={REVIEW.reason}>
          <Select
            value={reason ?? ""}
            onChange={(_, { value }) => setReason(value === "" ? null : (value as AttentionReason))}
          >
            <option value="">{REVIEW.noReason}</option>
            {ATTENTION_REASONS.map((each) => (
              <option key={each} value={each}>
                {REASON_WORDS[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={REVIEW.note}>
          <Textarea
            value={note}
            maxLength={LONGEST_NOTE}
            resize="vertical"
            onChange={(_, { value }) => setNote(value)}
          />
        </Field>
      </FormSurface>
    </Dialog>
  );
}

/** The day on which an item came to rest: that of before where it had already. */
function resolvedOn(kept: KeptAttention, status: AttentionStatus, day: string): string | null {
  if (status !== "done" && status !== "dismissed") return null;
  return status === kept.status ? (kept.resolved ?? day) : day;
}
