import { Button, Textarea, Title3 } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { CRASH, PANE } from "../../strings/pane";

interface Props {
  readonly children: ReactNode;
  readonly copy: (text: string) => Promise<void>;
}

/** Keeps the pane alive when a screen fails: what happened, a report that can be copied, and a way to start again. */
export class ErrorBoundary extends Component<Props, { report: string | null }> {
  override state = { report: null as string | null };

  static getDerivedStateFromError(thrown: unknown) {
    const report = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { report };
  }

  override render() {
    const { report } = this.state;
    if (report === null) return this.props.children;
    return (
      <main role="alert" style={{ display: "grid", gap: 12, padding: 16 }}>
        <Title3 as="h1">{CRASH.title}</Title3>
        <p>{CRASH.text}</p>
        <Textarea readOnly value={report} rows={8} aria-label={CRASH.report} />
        <div style={{ display: "flex", gap: 8 }}>
          <Button appearance="primary" onClick={() => this.setState({ report: null })}>
            {CRASH.again}
          </Button>
          <Button onClick={() => void this.props.copy(report)}>{PANE.copy}</Button>
        </div>
      </main>
    );
  }
}
