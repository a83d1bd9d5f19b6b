import { flushSync } from 'react-dom';
import type { Question } from '../../../preload/contract/custom-forms';
import { moved } from './form-design';

/** Moves a question and leaves the focus on the button that did it, though its row stands elsewhere now. */
export function useMove(
  questions: readonly Question[],
  put: (questions: readonly Question[]) => void,
): (id: string, by: -1 | 1) => void {
  return (id, by) => {
    const button = document.activeElement;
    flushSync(() => put(moved(questions, id, by)));
    if (button instanceof HTMLElement) button.focus();
  };
}
