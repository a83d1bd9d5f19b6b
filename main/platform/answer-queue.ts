/** Answers that came in, handed out one by one to whoever waits for the next. */
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';

export interface AnswerQueue {
  readonly add: (parameters: URLSearchParams) => void;
  /** Waits for one. Problems, when the signal aborts: `login-timed-out` when its time was over, else `cancelled`. */
  readonly next: (signal: AbortSignal) => Promise<Result<URLSearchParams>>;
}

/** More than a person brings by accident; a program that floods the way in does not fill the memory. */
const MAX_KEPT = 20;

export function createAnswerQueue(): AnswerQueue {
  const kept: URLSearchParams[] = [];
  let wake = (): void => undefined;

  return {
    add: (parameters) => {
      if (kept.length < MAX_KEPT) kept.push(parameters);
      wake();
    },
    next: async (signal) => {
      for (;;) {
        if (signal.aborted) return fail(endOf(signal));
        const first = kept.shift();
        if (first !== undefined) return ok(first);
        await new Promise<void>((resolve) => {
          const go = (): void => {
            signal.removeEventListener('abort', go);
            resolve();
          };
          wake = go;
          signal.addEventListener('abort', go);
        });
      }
    },
  };
}

const endOf = ({ reason }: AbortSignal) =>
  reason instanceof DOMException && reason.name === 'TimeoutError'
    ? problem('cancelled', 'login-timed-out')
    : problem('cancelled', 'cancelled');
