import { describe, expect, it } from 'vitest';
import type { Question } from '../../../preload/contract/custom-forms';
import { designFault, fits, isAnswered, unanswered, visibleQuestions } from '../../../preload/contract/form-rules';

const asked = (id: string, change: Partial<Question> = {}): Question =>
  ({ id, kind: 'text', label: id, required: false, visibleWhen: null, ...change }) as Question;

const QUESTIONS: readonly Question[] = [
  asked('fault', { kind: 'yes-no', required: true }),
  asked('where', {
    kind: 'choice',
    choices: ['boven', 'beneden'],
    required: true,
    visibleWhen: { key: 'fault', oneOf: [true] },
  }),
  asked('stairs', { required: true, visibleWhen: { key: 'where', oneOf: ['boven'] } }),
];
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);

describe('what shows', () => {
  it('follows the answers, question by question', () => {
    expect(ids(visibleQuestions(QUESTIONS, {}))).toEqual(['fault']);
    expect(ids(visibleQuestions(QUESTIONS, { fault: false }))).toEqual(['fault']);
    expect(ids(visibleQuestions(QUESTIONS, { fault: true }))).toEqual(['fault', 'where']);
    expect(ids(visibleQuestions(QUESTIONS, { fault: true, where: 'boven' }))).toEqual(['fault', 'where', 'stairs']);
  });

  it('hides what hangs under a hidden question, whatever was answered there before', () => {
    expect(ids(visibleQuestions(QUESTIONS, { fault: false, where: 'boven' }))).toEqual(['fault']);
  });
});

describe('required', () => {
  it('counts only for what shows; no is an answer and spaces are none', () => {
    expect(ids(unanswered(QUESTIONS, {}))).toEqual(['fault']);
    expect(ids(unanswered(QUESTIONS, { fault: false }))).toEqual([]);
    expect(ids(unanswered(QUESTIONS, { fault: true }))).toEqual(['where']);
    expect(ids(unanswered(QUESTIONS, { fault: true, where: 'boven', stairs: '  ' }))).toEqual(['stairs']);
  });
});

it.each([
  ['number', '12.50', true],
  ['number', '12,50', false],
  ['number', '1e3', false],
  ['date', '2028-02-29', true],
  ['date', '2026-02-29', false],
  ['date', '1-2-2026', false],
  ['yes-no', false, true],
  ['yes-no', 'ja', false],
  ['text', true, false],
] as const)('an answer to a %s question: %s', (kind, answer, isRight) => {
  expect(fits(asked('a', { kind }), answer)).toBe(isRight);
});

it('photos and signatures have a form of their own; name and day sign as well as a drawing', () => {
  const signed = (change: object) => ({ name: '', day: '', fileId: null, ...change });
  expect(fits(asked('a', { kind: 'photo' }), [3])).toBe(true);
  expect(fits(asked('a', { kind: 'photo' }), signed({}))).toBe(false);
  expect(fits(asked('a', { kind: 'signature' }), signed({ day: '2026-02-30' }))).toBe(false);
  expect(isAnswered([])).toBe(false);
  expect(isAnswered(signed({ fileId: 3 }))).toBe(true);
  expect(isAnswered(signed({ name: 'J. Bakker' }))).toBe(false);
  expect(isAnswered(signed({ name: 'J. Bakker', day: '2026-11-30' }))).toBe(true);
});

it('a choice is one of its choices', () => {
  const question = asked('a', { kind: 'choice', choices: ['rood', 'wit'] });
  expect([fits(question, 'rood'), fits(question, 'Rood')]).toEqual([true, false]);
});

describe('a design', () => {
  it('is right when each question depends on an earlier one that can be foreseen', () => {
    expect(designFault(QUESTIONS)).toBeNull();
  });

  it.each([
    ['same-id', [asked('a'), asked('a')]],
    ['same-choice', [asked('a', { kind: 'choice', choices: ['x', 'x'] })]],
    ['depends-on-later', [asked('a', { visibleWhen: { key: 'b', oneOf: [true] } }), asked('b', { kind: 'yes-no' })]],
    ['depends-on-no-answer', [asked('a'), asked('b', { visibleWhen: { key: 'a', oneOf: ['x'] } })]],
    [
      'depends-on-no-answer',
      [asked('a', { kind: 'choice', choices: ['x'] }), asked('b', { visibleWhen: { key: 'a', oneOf: ['weg'] } })],
    ],
  ] as const)('is wrong: %s', (fault, questions) => {
    expect(designFault(questions)?.fault).toBe(fault);
  });
});
