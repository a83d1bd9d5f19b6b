import { z } from 'zod';
import { workOrderDraft } from '../../../preload/contract/calls';
import type { KeptTyping } from './work-order-editor';

/**
 * What was typed and main does not have yet, kept by the browser of the window: it is there again when the page or the
 * whole app ended in between. Main has everything else, so this is empty but for the last second, for what main refused,
 * and while the disk refuses.
 */
const PREFIX = 'typed-work-order';

const kept = z.object({ draft: z.unknown(), base: workOrderDraft });
/** A draft may miss what a call demands, such as a quantity: only its shape counts. */
const typed = workOrderDraft.extend({
  articles: z.array(workOrderDraft.shape.articles.element.extend({ quantity: z.string() })),
});

export type JournalKey = number | 'new';

const nameOf = (companyId: string, key: JournalKey): string => `${PREFIX}/${companyId}/${key}`;

export function keepTyping(companyId: string, key: JournalKey, typing: KeptTyping): void {
  try {
    localStorage.setItem(nameOf(companyId, key), JSON.stringify(typing));
  } catch (error) {
    // No room: it is still on the screen, and is kept at the next change.
    if (!(error instanceof DOMException)) throw error;
  }
}

export const forgetTyping = (companyId: string, key: JournalKey): void =>
  localStorage.removeItem(nameOf(companyId, key));

/** What is kept of one company. What cannot be read, from another version of the app, is left out. */
export function keptTyping(companyId: string): ReadonlyMap<JournalKey, KeptTyping> {
  const found = new Map<JournalKey, KeptTyping>();
  const prefix = nameOf(companyId, 'new').slice(0, -'new'.length);
  for (const name of Object.keys(localStorage).filter((candidate) => candidate.startsWith(prefix))) {
    const read = readTyping(localStorage.getItem(name) ?? '');
    const key = name.slice(prefix.length);
    if (read !== null) found.set(key === 'new' ? key : Number(key), read);
  }
  return found;
}

function readTyping(text: string): KeptTyping | null {
  const outer = kept.safeParse(parsed(text));
  const draft = typed.safeParse(outer.data?.draft);
  if (!outer.success || !draft.success) return null;
  return { draft: draft.data, base: outer.data.base };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
