import { useEffect, useState } from "react";

/** Shorter waits are not worth a word: a bar that flashes by disturbs more than it tells. */
const DELAY_MS = 300;

/** True once `isOn` has been true for 300 ms. */
export function useDelayed(isOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLate(true), DELAY_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isOn]);
  return isOn && isLate;
}
