/**
 * What a step of the ledger tells besides its name: names of texts in the catalogue, below `ledger`, with their values.
 * One source for the screens, the command line and what is exported.
 */
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Problem } from '../../connectors/_kit/problem';
import type { CallRecord, DeliveryStep, StepName } from './delivery-steps';

/** A text of the catalogue. Numbers stand in it as they are. */
export interface StepNote {
  readonly key: NoteKey;
  readonly values: Readonly<Record<string, string | number>>;
}

export type NoteKey = `note.${PlainKey}` | `technical.${TechnicalKey}`;
type PlainKey =
  | 'settings'
  | 'attempt'
  | 'simpler'
  | 'target'
  | 'number'
  | 'by-office'
  | 'by-look-up'
  | 'too-early'
  | 'first'
  | 'absent'
  | 'released-by-look-up'
  | 'released-by-office'
  | 'candidates'
  | 'corrected-article'
  | 'corrected-customer'
  | 'chosen-customer'
  | 'doubled-work-order'
  | 'doubled-document'
  | 'file';
type TechnicalKey = 'marker' | 'request' | 'externalId' | 'answered' | 'unanswered' | 'requestId';

const note = (key: PlainKey, values: StepNote['values'] = {}): StepNote => ({ key: `note.${key}`, values });
const technical = (key: TechnicalKey, values: StepNote['values']): StepNote => ({ key: `technical.${key}`, values });
const ifKnown = <T>(value: T | null, made: (value: T) => StepNote): readonly StepNote[] =>
  value === null || value === '' ? [] : [made(value)];

/** Name of a step in the catalogue, below `ui.deliveryStep`: what it is called on screen. */
export const titleOf = ({ step, facts }: DeliveryStep): StepName | 'refused-form' =>
  // A form that the package refuses is followed by another one.
  step === 'not-sent' && facts.problem.kind === 'rejected' ? 'refused-form' : step;

/** What everybody in the office understands. `labelOf`: name of a package on screen. */
export function notesOf({ step, facts }: DeliveryStep, labelOf: (id: ConnectorId) => string): readonly StepNote[] {
  switch (step) {
    case 'frozen':
      return ifKnown(facts.settingsVersion, (version) => note('settings', { version }));
    case 'sending': {
      const administration = facts.administrationName ?? facts.administrationId;
      return [
        ...ifKnown(facts.attempt, (attempt) => note('attempt', { attempt })),
        ...ifKnown(facts.package, (id) =>
          note('target', { package: labelOf(id), administration: administration ?? '' }),
        ),
        ...((facts.variant ?? 0) > 0 ? [note('simpler')] : []),
      ];
    }
    case 'booked':
      return ifKnown(facts.number, (number) => note('number', { number }));
    case 'found':
      return [...ifKnown(facts.number, (number) => note('number', { number })), note(`by-${facts.by}`)];
    case 'absent':
      return ifKnown(facts.verdict, (verdict) => note(verdict));
    case 'released':
      return [note(`released-by-${facts.by}`)];
    case 'held': {
      const numbers = facts.found.map(({ number, externalId }) => number || externalId).join(', ');
      return ifKnown(numbers, () => note('candidates', { numbers }));
    }
    case 'corrected': {
      const { what, from, to } = facts;
      return [from === '' ? note('chosen-customer', { to }) : note(`corrected-${what}`, { from, to })];
    }
    case 'doubled':
      return [note(`doubled-${facts.with}`)];
    default:
      return 'file' in facts ? [note('file', { file: facts.file })] : [];
  }
}

/** What the helpdesk of Simon or of the package asks for. */
export function technicalNotesOf({ facts }: DeliveryStep): readonly StepNote[] {
  return [
    ...('marker' in facts ? ifKnown(facts.marker, (marker) => technical('marker', { marker })) : []),
    ...('requestSha256' in facts ? ifKnown(facts.requestSha256, (sha256) => technical('request', { sha256 })) : []),
    ...('externalId' in facts
      ? ifKnown(facts.externalId, (externalId) => technical('externalId', { externalId }))
      : []),
    ...('calls' in facts ? facts.calls.flatMap(callNotes) : []),
  ];
}

function callNotes({ method, address, status, problem, requestId, durationMs }: CallRecord): readonly StepNote[] {
  const call = { method, address, duration: durationMs };
  return [
    status === null
      ? technical('unanswered', { ...call, problem: problem ?? '' })
      : technical('answered', { ...call, status }),
    ...ifKnown(requestId, (id) => technical('requestId', { requestId: id })),
  ];
}

/** What went wrong in a step; null when nothing did. */
export const problemOfStep = ({ facts }: DeliveryStep): Problem | null => ('problem' in facts ? facts.problem : null);
