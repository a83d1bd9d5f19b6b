import { DO_NOT_SEND, mayCorrect, mendedBy } from '../../../preload/contract/queue-decisions';
import type { QueueRow } from '../../../preload/contract/views';

/** The key that does on a row what its button does. */
export const ACTION_KEY = 'A';

/** The one thing to do about an entry, in its row; everything else stands beside the list. */
export type RowAction =
  /** Choose another article or customer. */
  | 'correct-article'
  | 'correct-customer'
  | 'correct'
  /** The cause is a setting of the package. */
  | 'setting'
  /** The package cannot tell whether it is there. */
  | 'answer'
  | 'retry'
  /** The office chose not to send it. */
  | 'send-after-all'
  | 'skip'
  /** It has to be changed as a work order. */
  | 'take-back'
  /** Its number, to find it in the package. */
  | 'copy-number';

/** Keys of settings that name an article; such a problem names its setting as its field. */
const SETTING_FIELDS: ReadonlySet<string> = new Set(['workArticle', 'travelArticle', 'standardArticle']);

/** What stands in the row; null: nothing to do, Simon goes on by itself. */
export function rowAction(entry: QueueRow): RowAction | null {
  const { state, held, problem } = entry;
  switch (state) {
    case 'blocked':
      return blockedAction(entry);
    case 'unsure':
      return held ? 'answer' : null;
    case 'skipped':
      return problem?.code === DO_NOT_SEND ? 'send-after-all' : 'take-back';
    case 'waiting':
      return 'skip';
    case 'booked':
      return entry.documentNumber ? 'copy-number' : null;
    case 'sending':
    case 'withdrawn':
      return null;
  }
}

function blockedAction(entry: QueueRow): RowAction {
  const { problem } = entry;
  if (mayCorrect(entry)) return correctionOf(problem === null ? [] : mendedBy(problem));
  if (problem?.field !== undefined && SETTING_FIELDS.has(problem.field)) return 'setting';
  // Another article or customer would mend it, and the queue may not: the work order itself can.
  return problem !== null && mendedBy(problem).length > 0 ? 'take-back' : 'retry';
}

export function correctionOf(
  mends: readonly ('article' | 'customer')[],
): 'correct' | `correct-${'article' | 'customer'}` {
  const [only, other] = mends;
  return only === undefined || other !== undefined ? 'correct' : `correct-${only}`;
}
