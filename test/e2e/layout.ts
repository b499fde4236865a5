import type { Page } from "playwright-core";

/** Makes every word on the screen 40 % longer, as another language may: the strings are English so far. */
export function lengthenTexts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (text.parentElement?.closest("script, style, svg")) continue;
      text.data = text.data.replace(/\p{L}+/gu, (word) => word + "o".repeat(Math.ceil(word.length * 0.4)));
    }
  });
}

/** What of the screen cannot be seen: texts that are cut off without an ellipsis, and whatever stands out sideways. */
export function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push("the screen scrolls sideways");
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      if (clipPath !== "none" || element.closest("[aria-hidden=true]")) continue; // for screen readers alone, or for nobody
      const { left, right, width } = element.getBoundingClientRect();
      const isCut =
        overflowX !== "visible" && textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1;
      const isOut = width > 1 && (left < -1 || right > window.innerWidth + 1);
      if (isCut || isOut) found.push(`${isCut ? "cut off" : "stands out"}: ${element.textContent?.slice(0, 60)}`);
    }
    return found;
  });
}

/** The part of a low screen that bars cover which do not scroll away, 0 to 1. A dialog has the screen to itself. */
export function covered(page: Page): Promise<number> {
  return page.evaluate(() => {
    if (document.querySelector('[role="dialog"]')) return 0;
    const bars = [...document.body.querySelectorAll<HTMLElement>("*")].filter((element) =>
      ["sticky", "fixed"].includes(getComputedStyle(element).position),
    );
    const outer = bars.filter((bar) => !bars.some((other) => other !== bar && other.contains(bar)));
    const heights = outer.map((bar) => bar.getBoundingClientRect().height);
    return heights.reduce((sum, height) => sum + height, 0) / window.innerHeight;
  });
}

/** Whatever would move for longer than an eye sees, though the person has asked for no motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const longest = (durations: string) => Math.max(...durations.split(",").map((each) => parseFloat(each)));
    return [...document.body.querySelectorAll("*")].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const seconds = Math.max(animationName === "none" ? 0 : longest(animationDuration), longest(transitionDuration));
      return seconds > 0.02 ? [`${seconds} s: ${element.outerHTML.slice(0, 100)}`] : [];
    });
  });
}

/** How a screen serves who does not see it: whether changes are told by themselves, and where the focus is. */
export function served(page: Page): Promise<{ isTold: boolean; focus: "nowhere" | "behind a dialog" | "there" }> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const dialog = document.querySelector('[role="dialog"]');
    return {
      isTold:
        document.querySelector('[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]') !==
        null,
      focus:
        !active || active === document.body
          ? "nowhere"
          : dialog && !dialog.contains(active)
            ? "behind a dialog"
            : "there",
    };
  });
}
