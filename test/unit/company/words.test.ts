import { expect, it } from 'vitest';
import type { SettingField } from '../../../connectors/_kit/settings';
import { credentialValues } from '../../../main/company/credential-values';
import { checkImportRecord } from '../../../main/company/import/record';
import { jsonRecords } from '../../../main/company/import/json-records';
import { localProblem } from '../../../main/company/setting-rules';
import { stepProblem } from '../../../main/company/stage';
import { describe } from '../../../main/log/problem-text';

const words = { label: { nl: '', en: '' }, help: { nl: '', en: '' } };
const text: SettingField = {
  ...words,
  key: 'k',
  kind: 'text',
  default: '',
  maxLength: 3,
  check: 'local',
  required: true,
};
const choice: SettingField = { ...words, key: 'k', kind: 'choice', default: 'a', choices: [], check: 'local' };
const record = {
  termsAcceptedAtMs: null,
  wipedAtMs: null,
  linkedAtMs: null,
  administration: null,
  filledCredentials: [],
  settings: {},
  settingsVersion: 0,
  activatedAtMs: null,
  deactivatedAtMs: null,
};
const standing = (change: object, active: { id: 'snelstart' | 'billit'; label: string } | null = null) => ({
  id: 'snelstart' as const,
  record: { ...record, ...change },
  active,
  wipeRequired: true,
});
const link = { credentials: [{ ...words, key: 'key', secret: true, pattern: 'x' }], registration: [] };
const ofRecord = (change: object) => checkImportRecord({ description: 'Ketel', ...change });

const refusals = [
  localProblem(text, 3),
  localProblem(text, ''),
  localProblem(text, 'four'),
  localProblem(choice, 'b'),
  stepProblem('wipe', standing({})),
  stepProblem('link', standing({ termsAcceptedAtMs: 1 })),
  stepProblem('settings', standing({ termsAcceptedAtMs: 1, wipedAtMs: 1 })),
  stepProblem('wipe', standing({}, { id: 'snelstart', label: 'SnelStart' })),
  stepProblem('terms', standing({}, { id: 'billit', label: 'Billit' })),
  ...[
    credentialValues(link, {}, {}),
    credentialValues(link, { key: 'y' }, {}),
    credentialValues(link, { other: 'y' }, {}),
    jsonRecords('{'),
    jsonRecords('{}'),
    jsonRecords(' '.repeat(20_000_001)),
    jsonRecords(`[${'0,'.repeat(10_000)}0]`),
    checkImportRecord(3),
    checkImportRecord({}),
    ofRecord({ description: '' }),
    ofRecord({ notes: 3 }),
    ofRecord({ notes: 'x'.repeat(20_001) }),
    ofRecord({ colour: 'red' }),
    ofRecord({ workAddress: 3 }),
    ofRecord({ plannedStart: 'morgen' }),
    ofRecord({ plannedEnd: '2026-07-01T08:00' }),
    ofRecord({ times: 3 }),
    ofRecord({ times: [{ kind: 'x', minutes: 1 }] }),
    ofRecord({ times: [{ kind: 'work', minutes: 1.5 }] }),
    ofRecord({ times: [{ kind: 'work', minutes: 1, date: 'x' }] }),
    ofRecord({ times: [{ kind: 'work', minutes: 1, start: 'x' }] }),
    ofRecord({ articles: [{ code: 'A', quantity: 'x' }] }),
    ofRecord({ ready: 'x' }),
  ].map((result) => (result.ok ? null : result.problem)),
];

it.each(refusals.map((refusal) => [refusal?.code ?? 'accepted', refusal] as const))(
  '%s: has its own sentence and action in both languages',
  (code, refusal) => {
    if (refusal === null) throw new Error('Nothing was refused');
    const { message, action } = describe(refusal, 'SnelStart');

    for (const sentence of [message.nl, message.en, action?.nl, action?.en]) {
      expect(sentence).toMatch(/^[\p{Lu}‘].*[.!]$/u);
      // A place without a value, or the general sentence of a code that the catalogue does not know.
      expect(sentence).not.toMatch(/\{\{|undefined/u);
      expect(sentence).not.toContain(code);
    }
  },
);
