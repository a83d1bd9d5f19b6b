import type { Question, QuestionKind } from '../../../preload/contract/custom-forms';
import { designFault, foreseenAnswers, type DesignFault } from '../../../preload/contract/form-rules';

/** A form as it stands on screen; its questions may have no text or choices yet. */
export interface FormDesign {
  readonly title: string;
  readonly questions: readonly Question[];
}

export const EMPTY_DESIGN: FormDesign = { title: '', questions: [] };

/** A question that is not filled in yet. */
export const newQuestion = (id: string): Question => ({
  id,
  kind: 'text',
  label: '',
  required: false,
  visibleWhen: null,
});

/** The same question, asked in another way. */
export function withKind({ id, label, required, visibleWhen }: Question, kind: QuestionKind): Question {
  const asked = { id, label, required, visibleWhen };
  return kind === 'choice' ? { ...asked, kind, choices: [] } : { ...asked, kind };
}

/** The questions with this one put in its place; who depends on a choice that got another text goes on depending on it. */
export function withQuestion(questions: readonly Question[], changed: Question): readonly Question[] {
  const renamed = renamedChoices(
    questions.find(({ id }) => id === changed.id),
    changed,
  );
  return questions.map((question) => {
    if (question.id === changed.id) return changed;
    const { visibleWhen } = question;
    if (visibleWhen?.key !== changed.id || renamed.size === 0) return question;
    const oneOf = visibleWhen.oneOf.map((answer) => renamed.get(answer) ?? answer);
    return { ...question, visibleWhen: { ...visibleWhen, oneOf } };
  });
}

function renamedChoices(before: Question | undefined, after: Question): ReadonlyMap<string | boolean, string> {
  if (before?.kind !== 'choice' || after.kind !== 'choice' || before.choices.length !== after.choices.length) {
    return new Map();
  }
  const pairs = before.choices.map((choice, index) => [choice, after.choices[index] ?? choice] as const);
  return new Map(pairs.filter(([was, is]) => was !== is));
}

/** The questions with one moved a place up (-1) or down (1); the same when it stands at that end. */
export function moved(questions: readonly Question[], id: string, by: -1 | 1): readonly Question[] {
  const from = questions.findIndex((question) => question.id === id);
  const other = questions[from + by];
  const question = questions[from];
  if (question === undefined || other === undefined) return questions;
  return questions.with(from, other).with(from + by, question);
}

/** Earlier questions that this one may depend on. */
export const possibleGovernors = (questions: readonly Question[], id: string): readonly Question[] =>
  questions
    .slice(
      0,
      questions.findIndex((question) => question.id === id),
    )
    .filter((question) => foreseenAnswers(question).length > 0);

/** What must be mended before the form can be kept. */
export type Fault = 'no-label' | 'no-choices' | DesignFault;

/** The first question with a fault, or null when the form can be asked as it stands. */
export function firstFault(questions: readonly Question[]): { readonly id: string; readonly fault: Fault } | null {
  for (const question of questions) {
    if (question.label.trim() === '') return { id: question.id, fault: 'no-label' };
    if (question.kind === 'choice' && question.choices.every((choice) => choice.trim() === '')) {
      return { id: question.id, fault: 'no-choices' };
    }
  }
  const wrong = designFault(questions);
  return wrong === null ? null : { id: wrong.question.id, fault: wrong.fault };
}

/** As it is kept: without empty lines among the choices and spaces around the texts. */
export const tidied = ({ title, questions }: FormDesign) => ({
  title: title.trim(),
  questions: questions.map((question) => ({
    ...question,
    label: question.label.trim(),
    ...(question.kind === 'choice' ? { choices: withoutEmpty(question.choices) } : {}),
    ...(question.visibleWhen === null
      ? {}
      : { visibleWhen: { ...question.visibleWhen, oneOf: question.visibleWhen.oneOf.map(trimmed) } }),
  })),
});

const withoutEmpty = (choices: readonly string[]): string[] =>
  choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
const trimmed = (answer: string | boolean): string | boolean => (typeof answer === 'string' ? answer.trim() : answer);
