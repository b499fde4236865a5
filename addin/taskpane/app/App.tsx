import { lazy, Suspense, useEffect, useRef } from "react";
import { PresetBar } from "../presets/PresetBar";
import { TierTab } from "../tier/TierTab";
import { Frame, PaneHeader, type IsOfficeDark } from "./Frame";
import { Loading } from "./Loading";
import { Messages } from "./Messages";
import { PaneProvider, usePane } from "./PaneContext";
import type { Services } from "./services";
import type { Screen } from "./state";
import { Tabs } from "./Tabs";
import { useKeptFocus } from "./useKeptFocus";

const RulesEditor = lazy(() => import("../rules/RulesEditor").then((part) => ({ default: part.RulesEditor })));
const ReviewTab = lazy(() => import("../review/ReviewTab").then((part) => ({ default: part.ReviewTab })));
const PlanTab = lazy(() => import("../plan/PlanTab").then((part) => ({ default: part.PlanTab })));

const QuestionDialog = lazy(() => import("./QuestionDialog").then((part) => ({ default: part.QuestionDialog })));

const SCREENS = { tier: TierTab, review: ReviewTab, plan: PlanTab, rules: RulesEditor } satisfies Record<
  Screen,
  unknown
>;

/** The pane. */
export function App({ services, isOfficeDark }: { services: Services; isOfficeDark: IsOfficeDark }) {
  return (
    <Frame isOfficeDark={isOfficeDark}>
      <PaneProvider services={services}>
        <Screens />
      </PaneProvider>
    </Frame>
  );
}

function Screens() {
  const { state, actions, services } = usePane();
  useEffect(() => {
    void actions.open();
    const unsubscribe = services.ribbon.subscribe((said) => void actions.onRibbon(said));
    const onFocus = () => void actions.onFocus();
    window.addEventListener("focus", onFocus);
    return () => {
      window.removeEventListener("focus", onFocus);
      unsubscribe();
      void actions.close();
    };
  }, [actions, services]);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFocus(title);
  const isEditing = state.screen === "rules";
  useFocusBack(isEditing);
  const Shown = SCREENS[state.screen];
  return (
    <>
      <PaneHeader title={title}>
        {!isEditing && <PresetBar />}
        {!isEditing && <Tabs />}
      </PaneHeader>
      {!isEditing && <Messages />}
      <Suspense fallback={<Loading />}>
        <Shown />
      </Suspense>
      {state.question && (
        <Suspense fallback={null}>
          <QuestionDialog question={state.question} />
        </Suspense>
      )}
    </>
  );
}

/** Who comes back from the rules is where they were. */
function useFocusBack(isEditing: boolean): void {
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    if (wasEditing.current && !isEditing) document.getElementById("edit-rules")?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
}
