import { assertNever } from '../../connectors/_kit/result';
import type { Problem } from '../../connectors/_kit/problem';

/** What the program ends with; told to people in docs/command-line.md. */
export const EXIT = {
  done: 0,
  /** Carried out, but something needs attention: a record refused, a document blocked or not delivered yet. */
  partly: 1,
  /** The command line or its input is wrong; nothing was done. */
  wrongUsage: 2,
  /** Refused by the package, or by a rule of the app, until somebody acts: a wrong key, a wrong setting, no link. */
  refused: 3,
  /** The app or another command is working in this data folder. */
  inUse: 4,
  /** A bug; its id stands in the technical log. */
  bug: 5,
  /** The package could not be reached or is out of order: try again later. */
  tryLater: 6,
  /** This computer lets it down: disk, settings, keychain. */
  computer: 7,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How the program ends when this is all that came of it. */
export function exitCodeOf({ kind, code }: Pick<Problem, 'kind' | 'code'>): ExitCode {
  if (code === 'data-folder-in-use') return EXIT.inUse;
  switch (kind) {
    case 'invalid-input':
      return EXIT.wrongUsage;
    case 'needs-login':
    case 'not-allowed':
    case 'rejected':
    case 'blocked':
      return EXIT.refused;
    case 'offline':
    case 'rate-limited':
    case 'maintenance':
    case 'bad-response':
    case 'outcome-unknown':
    case 'cancelled':
      return EXIT.tryLater;
    case 'storage':
      return EXIT.computer;
    default:
      return assertNever(kind);
  }
}
