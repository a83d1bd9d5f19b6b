import { z } from 'zod';
import { paperChoices, profile } from '../../../preload/contract/company-settings';
import { forgetInJournal, keepInJournal, readJournal } from '../../shell/journal';

const journal = z.object({ profile, papers: paperChoices }).readonly();

/** The details of a company and how its papers are made, as they stand on screen. */
export type ProfileDraft = z.output<typeof journal>;

const nameOf = (companyId: string): string => `typed-profile/${companyId}`;

/** `draft`: what was changed and is not saved; null: nothing is. */
export function keepProfileTyping(companyId: string, draft: ProfileDraft | null): void {
  if (draft === null) forgetInJournal(nameOf(companyId));
  else keepInJournal(nameOf(companyId), draft);
}

/** What was changed and not saved before; null when nothing was, or it cannot be read. */
export const keptProfileTyping = (companyId: string): ProfileDraft | null =>
  journal.safeParse(readJournal(nameOf(companyId))).data ?? null;
