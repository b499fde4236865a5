import type { HostEnd } from "../host/bridge";
import type { Host } from "../host/host";

/** A host, and the port over which a pane's client speaks to it, once there is one. */
export class PaneLink {
  #port: MessagePort | null = null;

  constructor(readonly host: Host) {}

  get isTaken(): boolean {
    return this.#port !== null;
  }

  take(port: MessagePort): void {
    this.#port = port;
    this.host.connect((text) => this.#port?.postMessage(text));
    port.onmessage = ({ data }: MessageEvent<string>) => this.host.receive(data);
  }

  /** Nothing more is heard from the pane, nor said to it. */
  close(): void {
    this.#port?.close();
    this.#port = null;
    this.host.connect(() => undefined);
  }
}

/** The pane's end of the port, as the bridge takes it. */
export function hostBehind(port: MessagePort): HostEnd {
  return {
    receive: (text) => port.postMessage(text),
    connect: (send) => {
      port.onmessage = ({ data }: MessageEvent<string>) => send(data);
    },
  };
}
