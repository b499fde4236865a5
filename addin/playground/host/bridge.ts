/** What the client takes as `OfficeExtension.HostBridge.init(…)`: it fills in `onMessageFromHost`. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

/** The host's end: it may be in the same thread, or behind a worker that passes the strings on. */
export interface HostEnd {
  receive(text: string): void;
  connect(send: (text: string) => void): void;
}

/** Joins a client to a host; nothing here knows Node or the page. */
export function bridgeTo(host: HostEnd): Bridge {
  const bridge: Bridge = {
    sendMessageToHost: (text) => host.receive(text),
    onMessageFromHost: null,
  };
  host.connect((text) => bridge.onMessageFromHost?.(text));
  return bridge;
}
