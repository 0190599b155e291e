/** What a person who cannot see the screen is told: where the focus goes, and what the live regions say. */
export interface Transcript {
  /** `focus: Email address`, `status: Code sent to …`, `alert: That code isn’t right. …`, in order. */
  readonly lines: readonly string[];
  readonly end: () => void;
}

/** Writes down what happens in a container, from now on. An emptied region says nothing. */
export function recordTranscript(container: HTMLElement): Transcript {
  const lines: string[] = [];
  const observers = [...container.querySelectorAll('[role=status], [role=alert]')].map((region) => {
    const observer = new MutationObserver(() => {
      if (region.textContent) lines.push(`${region.role}: ${region.textContent}`);
    });
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    return observer;
  });
  const focused = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) lines.push(`focus: ${nameOf(target)}`);
  };
  container.addEventListener('focusin', focused);
  return {
    lines,
    end() {
      container.removeEventListener('focusin', focused);
      for (const observer of observers) observer.disconnect();
    },
  };
}

function nameOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
  return (label ?? element).textContent;
}
