import { expect, it } from 'vitest';
import { asDesigned } from '../../../../main/company/import/form';
import type { FormVersion, Question } from '../../../../preload/contract/custom-forms';

const asked = (id: string, label: string, change: Partial<Question>): Question =>
  ({ id, label, required: false, visibleWhen: null, ...change }) as Question;

const VERSION: FormVersion = {
  id: 7,
  formId: 3,
  version: 2,
  title: 'Oplevering',
  questions: [
    asked('tight', 'Lekvrij?', { kind: 'yes-no' }),
    asked('pressure', 'Druk in bar', { kind: 'number' }),
    asked('day', 'Volgende beurt', { kind: 'date' }),
    asked('kind', 'Soort', { kind: 'choice', choices: ['Storing', 'Onderhoud'] }),
    asked('note', 'Opmerking', { kind: 'text' }),
  ],
};
const of = (answers: Record<string, string>) =>
  asDesigned(
    { title: 'oplevering', answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })) },
    VERSION,
  );

it('answers get the form of their kind', () => {
  const answers = {
    ' lekvrij? ': 'Nee',
    'Druk in bar': '1,75',
    'Volgende beurt': '2027-11-01',
    Soort: 'STORING',
    Opmerking: ' geen ',
  };
  expect(of(answers)).toEqual({
    formVersionId: 7,
    title: 'oplevering',
    answers: { tight: false, pressure: '1.75', day: '2027-11-01', kind: 'Storing', note: 'geen' },
  });
});

it('an empty answer is none', () => {
  expect(of({ 'Druk in bar': ' ' })?.answers).toEqual({});
});

it.each([
  ['a question that the design does not ask', { 'Lekvrij?': 'ja', Kleur: 'rood' }],
  ['an answer that is neither yes nor no', { 'Lekvrij?': 'soms' }],
  ['a number with words', { 'Druk in bar': '1,5 bar' }],
  ['thousands that may be a fraction', { 'Druk in bar': '1.234,5' }],
  ['a day that is not there', { 'Volgende beurt': '2027-02-30' }],
  ['another choice', { Soort: 'Inspectie' }],
])('%s leaves the form as it came, so that nothing is lost', (_what, answers) => {
  expect(of(answers as Record<string, string>)).toBeNull();
});
