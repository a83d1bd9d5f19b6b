/** How a save ended: everything is saved, it is worth another try later, or it makes no sense without another change. */
export type SaveOutcome = 'saved' | 'try-again' | 'refused';

export interface AutosaveParts {
  /** Whether there is anything to save, and somewhere to save it to. */
  readonly wants: () => boolean;
  /** Saves what there is now. Never called while an earlier one is under way. */
  readonly save: () => Promise<SaveOutcome>;
}

export interface Autosave {
  /** Something was changed: it is saved after a moment of rest. */
  readonly touch: () => void;
  /**
   * Saves at once, and what is changed meanwhile after it. False when something is left that could not be saved.
   */
  readonly flush: () => Promise<boolean>;
  /** Nothing is saved any more until `touch` or `flush`. */
  readonly stop: () => void;
}

/** Nobody stops typing for so long in the middle of a word. */
const REST_MS = 1_000;
/** Who types on and on is saved as well. */
const LONGEST_MS = 5_000;
/** A disk that refuses: doubles up to the ceiling. */
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/** Decides when a work order is saved; one save at a time. */
export function createAutosave({ wants, save }: AutosaveParts): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touchedAtMs: number | null = null;
  let running: Promise<SaveOutcome> | null = null;
  let retryMs = FIRST_RETRY_MS;

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    touchedAtMs = null;
  };
  const later = (waitMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void once();
    }, waitMs);
  };
  const once = async (): Promise<SaveOutcome> => {
    if (running !== null) return running;
    stop();
    if (!wants()) return 'saved';
    running = save().finally(() => (running = null));
    const outcome = await running;
    if (outcome === 'try-again') {
      later(retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    } else {
      retryMs = FIRST_RETRY_MS;
      // What was typed meanwhile rests like any other change.
      if (outcome === 'saved' && timer === undefined && wants()) touch();
    }
    return outcome;
  };
  const touch = (): void => {
    touchedAtMs ??= performance.now();
    later(Math.max(0, Math.min(REST_MS, touchedAtMs + LONGEST_MS - performance.now())));
  };

  return {
    touch,
    flush: async () => {
      if (running !== null) await running;
      while (wants()) {
        if ((await once()) !== 'saved') return false;
      }
      stop();
      return true;
    },
    stop,
  };
}
