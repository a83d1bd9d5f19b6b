/** Which box of the queue was shown last, kept in the window's own storage so that it shows again. */
import { z } from 'zod';

export const QUEUE_BOXES = [
  'all',
  'open',
  'waiting',
  'sending',
  'blocked',
  'unsure',
  'skipped',
  'booked',
  'pdfs',
] as const;
export type QueueBox = (typeof QUEUE_BOXES)[number];

const STORED_AS = 'queue-choice';

const choice = z.object({ box: z.enum(QUEUE_BOXES), isGrouped: z.boolean() });
export type QueueChoice = z.output<typeof choice>;

const FIRST: QueueChoice = { box: 'all', isGrouped: true };

/** The last choice; the first one where there is none, or one that another version wrote. */
export function readChoice(): QueueChoice {
  const stored = localStorage.getItem(STORED_AS);
  if (stored === null) return FIRST;
  try {
    return choice.parse(JSON.parse(stored));
  } catch {
    return FIRST;
  }
}

export function keepChoice(kept: QueueChoice): void {
  localStorage.setItem(STORED_AS, JSON.stringify(kept));
}
