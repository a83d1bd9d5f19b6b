import type { Problem } from '../../connectors/_kit/problem';
import { assertNever } from '../../connectors/_kit/result';

/**
 * What the problem of a call that writes says about what was to be written. `refused`: surely not stored, and sending
 * the same again is no use. `not-sent`: surely not carried out. `unsure`: it must be looked up first.
 */
export type WriteFate = 'refused' | 'not-sent' | 'unsure';

export function fateOfWrite({ kind, notCarriedOut }: Pick<Problem, 'kind' | 'notCarriedOut'>): WriteFate {
  switch (kind) {
    case 'rejected':
    case 'blocked':
    case 'invalid-input':
      return 'refused';
    case 'offline':
    case 'rate-limited':
    case 'needs-login':
    case 'not-allowed':
    // The keychain or the disk refused before anything was sent.
    case 'storage':
      return 'not-sent';
    case 'maintenance':
      return notCarriedOut === true ? 'not-sent' : 'unsure';
    case 'bad-response':
    case 'outcome-unknown':
    case 'cancelled':
      return 'unsure';
    default:
      return assertNever(kind);
  }
}
