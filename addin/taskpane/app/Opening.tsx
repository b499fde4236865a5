import { Frame, PaneHeader, type IsOfficeDark } from "./Frame";
import { Loading } from "./Loading";

/** What is painted at once, while the pane itself is loaded. */
export function Opening({ isOfficeDark }: { isOfficeDark: IsOfficeDark }) {
  return (
    <Frame isOfficeDark={isOfficeDark}>
      <PaneHeader />
      <Loading />
    </Frame>
  );
}
