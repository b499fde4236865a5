import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useEffect, useState } from "react";

const SYSTEM_DARK = "(prefers-color-scheme: dark)";

/**
 * Office's theme where it is known, else the system's. Office tells of no change in Excel, so it is asked again whenever
 * the pane comes back to the front.
 */
export function useTheme(isOfficeDark: () => boolean | null): { theme: Theme; isDark: boolean } {
  const now = () => isOfficeDark() ?? matchMedia(SYSTEM_DARK).matches;
  const [isDark, setDark] = useState(now);
  useEffect(() => {
    const look = () => setDark(now());
    const system = matchMedia(SYSTEM_DARK);
    system.addEventListener("change", look);
    window.addEventListener("focus", look);
    return () => {
      system.removeEventListener("change", look);
      window.removeEventListener("focus", look);
    };
  });
  return { theme: isDark ? webDarkTheme : webLightTheme, isDark };
}
