import { expect, test } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { textOf } from '../../../main/log/catalogue';
import type { DeliveryStep, StepName } from '../../../preload/contract/delivery-steps';
import { notesOf, problemOfStep, technicalNotesOf, titleOf } from '../../../preload/contract/step-notes';

const target = {
  marker: 'SK-1',
  package: 'snelstart',
  administrationId: 'adm-1',
  settingsVersion: 3,
  requestSha256: 'ab'.repeat(32),
};
const calls = [
  {
    method: 'POST',
    address: 'api.example/orders',
    effect: 'write',
    status: 201,
    problem: null,
    requestId: 'r-7',
    durationMs: 12,
  },
  {
    method: 'GET',
    address: 'api.example/orders',
    effect: 'read',
    status: null,
    problem: 'timed-out',
    requestId: null,
    durationMs: 30_000,
  },
] as const;
const failed = { problem: problem('offline', 'timed-out', { host: 'api.example', seconds: 30 }), calls };
const pdf = { file: 'Werkbon 1001.pdf' };
const ALL: { readonly [S in StepName]: Extract<DeliveryStep, { step: S }>['facts'] } = {
  frozen: target,
  skipped: failed,
  sending: { ...target, attempt: 2, variant: 1, administrationName: 'Jansen BV' },
  booked: { number: 'VO-1', externalId: 'o-1', calls },
  rejected: failed,
  'not-sent': failed,
  unsure: failed,
  found: { number: 'VO-1', externalId: 'o-1', by: 'look-up', calls },
  absent: { verdict: 'too-early', calls },
  'not-looked-up': failed,
  held: { ...failed, found: [{ externalId: 'o-1', number: 'VO-1', customerExternalId: 'c', totalExclVat: null }] },
  released: { by: 'office' },
  corrected: { what: 'article', from: 'ARBEID Arbeid', to: 'UUR Uurloon', workOrders: ['1001'] },
  retried: {},
  withdrawn: {},
  doubled: { with: 'document', entryId: 1 },
  'pdf-made': pdf,
  'pdf-not-made': failed,
  'pdf-sending': pdf,
  'pdf-sent': pdf,
  'pdf-found': pdf,
  'pdf-not-sent': { ...pdf, ...failed },
  'pdf-unsure': { ...pdf, ...failed },
  'pdf-absent': pdf,
  'pdf-held': { ...pdf, ...failed },
  'pdf-retried': pdf,
};
const steps = Object.entries(ALL).map(([step, facts]) => ({ atMs: 0, step, facts }) as DeliveryStep);
const inDutch = (step: DeliveryStep): string[] =>
  [...notesOf(step, () => 'SnelStart'), ...technicalNotesOf(step)].map(
    ({ key, values }) => textOf(`ledger.${key}`, values)?.nl ?? `MISSING ${key}`,
  );

test('every step and what it tells has a text in both languages, with all its values', () => {
  for (const step of steps) {
    expect(textOf(`ui.deliveryStep.${step.step}`), step.step).not.toBeNull();
    expect(inDutch(step).join(' '), step.step).not.toMatch(/MISSING|\{\{/);
  }
});

test('an attempt says where it went, and the call what came of it', () => {
  const sending = steps.find(({ step }) => step === 'sending');
  const booked = steps.find(({ step }) => step === 'booked');
  if (sending === undefined || booked === undefined) throw new Error('Both steps are in the table above');
  expect(inDutch(sending).slice(0, 3)).toEqual([
    'Poging 2.',
    'Naar SnelStart, administratie Jansen BV.',
    'In een andere vorm, omdat het pakket de vorige weigerde.',
  ]);
  expect(inDutch(booked)).toEqual([
    'Nummer VO-1.',
    'Id in het boekhoudpakket o-1',
    'POST api.example/orders: antwoord 201 na 12 ms',
    'Verzoeknummer bij het pakket: r-7',
    'GET api.example/orders: geen antwoord na 30000 ms (timed-out)',
  ]);
});

test('a form that the package refuses is not called unsent', () => {
  const refused = { ...failed, problem: problem('rejected', 'x.1') };
  const titles = [failed, refused].map((facts) => titleOf({ atMs: 0, step: 'not-sent', facts }));
  expect(titles).toEqual(['not-sent', 'refused-form']);
  expect(titles.map((title) => textOf(`ui.deliveryStep.${title}`)?.nl)).toEqual([
    'Niet verzonden',
    'Geweigerd in deze vorm',
  ]);
});

test('what went wrong is told for the steps in which something did', () => {
  const wrong = steps.filter((step) => problemOfStep(step) !== null).map(({ step }) => step);
  expect(wrong).toContain('not-looked-up');
  expect(wrong).not.toContain('booked');
});

test('of a step from before the ledger only what is known is told', () => {
  const none = { package: null, administrationId: null, settingsVersion: null, requestSha256: null };
  const old: DeliveryStep = {
    atMs: 0,
    step: 'sending',
    facts: { ...none, marker: 'SK-1', attempt: null, variant: null, administrationName: null },
  };
  expect(inDutch(old)).toEqual(['Kenmerk SK-1']);
});
