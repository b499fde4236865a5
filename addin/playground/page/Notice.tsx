import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";

export interface Said {
  readonly intent: "info" | "warning" | "error";
  readonly text: string;
}

/** What the spreadsheet has to say, until it is dismissed. */
export function Notice({ said, onDismiss }: { said: Said | null; onDismiss: () => void }) {
  return (
    <div role="status">
      {said && (
        <MessageBar intent={said.intent} shape="square">
          <MessageBarBody>{said.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button appearance="transparent" aria-label="Dismiss" icon={<DismissRegular />} onClick={onDismiss} />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
