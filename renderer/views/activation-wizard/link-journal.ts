import { z } from 'zod';
import type { CredentialField, ConnectorId } from '../../../preload/contract/model';
import type { Entered } from './entered-values';

/**
 * What was typed to make a link that is not made yet, kept by the browser of the window: it is there again when the wizard
 * or the whole app ended in between. Never a secret: of those only that there was one, so that the office is asked again.
 */
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
  try {
    localStorage.setItem(nameOf(companyId, packageId), JSON.stringify(kept));
  } catch (error) {
    // No room: it is still on the screen, and is kept at the next change.
    if (!(error instanceof DOMException)) throw error;
  }
}

export const forgetLinkTyping = (companyId: string, packageId: ConnectorId): void =>
  localStorage.removeItem(nameOf(companyId, packageId));

/** What was typed before; nothing when it cannot be read, from another version of the app. */
export function keptLinkTyping(companyId: string, packageId: ConnectorId): LinkTyping {
  const text = localStorage.getItem(nameOf(companyId, packageId));
  if (text === null) return NOTHING;
  try {
    return journal.safeParse(JSON.parse(text)).data ?? NOTHING;
  } catch {
    return NOTHING;
  }
}
