/** Lets time pass. A test gives its own, in which it passes when it is told to. */
export interface Clock {
  /** Calls `act` once after so many milliseconds; the answer stops that. */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
