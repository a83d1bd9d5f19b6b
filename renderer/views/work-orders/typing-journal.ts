import { z } from 'zod';
import { workOrderDraft } from '../../../preload/contract/calls';
import { forgetInJournal, journalNames, keepInJournal, readJournal } from '../../shell/journal';
import type { KeptTyping } from './work-order-editor';

/**
 * What was typed in work orders and main does not have yet. Main has everything else, so this is empty but for the last
 * second, for what main refused, and while the disk refuses.
 */
const PREFIX = 'typed-work-order';

const kept = z.object({ draft: z.unknown(), base: workOrderDraft });
/** A draft may miss what a call demands, such as a quantity: only its shape counts. */
const typed = workOrderDraft.extend({
  articles: z.array(workOrderDraft.shape.articles.element.extend({ quantity: z.string() })),
});

export type JournalKey = number | 'new';

const nameOf = (companyId: string, key: JournalKey): string => `${PREFIX}/${companyId}/${key}`;

export const keepTyping = (companyId: string, key: JournalKey, typing: KeptTyping): void =>
  keepInJournal(nameOf(companyId, key), typing);

export const forgetTyping = (companyId: string, key: JournalKey): void => forgetInJournal(nameOf(companyId, key));

/** What is kept of one company. What cannot be read, from another version of the app, is left out. */
export function keptTyping(companyId: string): ReadonlyMap<JournalKey, KeptTyping> {
  const found = new Map<JournalKey, KeptTyping>();
  const prefix = nameOf(companyId, 'new').slice(0, -'new'.length);
  for (const name of journalNames(prefix)) {
    const read = readTyping(readJournal(name));
    const key = name.slice(prefix.length);
    if (read !== null) found.set(key === 'new' ? key : Number(key), read);
  }
  return found;
}

function readTyping(value: unknown): KeptTyping | null {
  const outer = kept.safeParse(value);
  const draft = typed.safeParse(outer.data?.draft);
  if (!outer.success || !draft.success) return null;
  return { draft: draft.data, base: outer.data.base };
}
