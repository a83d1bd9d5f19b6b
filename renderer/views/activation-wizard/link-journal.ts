import { z } from 'zod';
import type { CredentialField, ConnectorId } from '../../../preload/contract/model';
import { forgetInJournal, keepInJournal, readJournal } from '../../shell/journal';
import type { Entered } from './entered-values';

/** What was typed to make a link that is not made yet; of a secret only that there was one, so that it is asked again. */
const journal = z.object({ values: z.record(z.string(), z.string()), hadSecret: z.boolean() });
export type LinkTyping = z.output<typeof journal>;

const NOTHING: LinkTyping = { values: {}, hadSecret: false };

const nameOf = (companyId: string, packageId: ConnectorId): string => `typed-link/${companyId}/${packageId}`;

export function keepLinkTyping(
  companyId: string,
  packageId: ConnectorId,
  fields: readonly CredentialField[],
  entered: Entered,
): void {
  const typed = fields.filter(({ key }) => entered[key] !== undefined);
  const kept: LinkTyping = {
    values: Object.fromEntries(typed.filter(({ secret }) => !secret).map(({ key }) => [key, entered[key] ?? ''])),
    hadSecret: typed.some(({ key, secret }) => secret && entered[key] !== ''),
  };
  keepInJournal(nameOf(companyId, packageId), kept);
}

export const forgetLinkTyping = (companyId: string, packageId: ConnectorId): void =>
  forgetInJournal(nameOf(companyId, packageId));

/** What was typed before; nothing when it cannot be read, from another version of the app. */
export const keptLinkTyping = (companyId: string, packageId: ConnectorId): LinkTyping =>
  journal.safeParse(readJournal(nameOf(companyId, packageId))).data ?? NOTHING;
