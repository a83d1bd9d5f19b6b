/** What counts for the questions of a custom form, while one is designed, filled in, checked and printed alike. Pure. */
import type { FormAnswer, FormAnswers, FormVersion, Question, Signature } from './custom-forms';
import type { WorkOrderForm } from './views';

/**
 * The questions that show with these answers, in their order. A question under a hidden one is hidden too; one that
 * depends on a question that is not there or comes later never shows.
 */
export function visibleQuestions(questions: readonly Question[], answers: FormAnswers): readonly Question[] {
  const visible = new Set<string>();
  return questions.filter(({ id, visibleWhen }) => {
    const shows = visibleWhen === null || (visible.has(visibleWhen.key) && isOneOf(visibleWhen, answers));
    if (shows) visible.add(id);
    return shows;
  });
}

const isOneOf = ({ key, oneOf }: NonNullable<Question['visibleWhen']>, answers: FormAnswers): boolean => {
  const answer = answers[key];
  return answer !== undefined && (oneOf as readonly FormAnswer[]).includes(answer);
};

/** Whether a question got an answer; a text of spaces is none. "No" is an answer; so are name and day of who signs. */
export function isAnswered(answer: FormAnswer | undefined): boolean {
  if (answer === undefined) return false;
  if (typeof answer === 'boolean') return true;
  if (typeof answer === 'string') return answer.trim() !== '';
  return isPhotos(answer)
    ? answer.length > 0
    : answer.fileId !== null || (answer.name.trim() !== '' && answer.day !== '');
}

/** Whether an answer is that of a photo question: ids of files. */
export const isPhotos = (answer: FormAnswer | undefined): answer is readonly number[] => Array.isArray(answer);

/** Whether an answer is that of a signature question. */
export const isSignature = (answer: FormAnswer | undefined): answer is Signature =>
  typeof answer === 'object' && !isPhotos(answer);

/** The files that an answer holds. */
export function filesOf(answer: FormAnswer): readonly number[] {
  if (isPhotos(answer)) return answer;
  return isSignature(answer) && answer.fileId !== null ? [answer.fileId] : [];
}

/** Required questions that show and have no answer yet, in their order. */
export const unanswered = (questions: readonly Question[], answers: FormAnswers): readonly Question[] =>
  visibleQuestions(questions, answers).filter(({ id, required }) => required && !isAnswered(answers[id]));

/** A required question of a form on a work order that has no answer. */
export interface MissingAnswer {
  /** Place of the form among those of the work order, from 0. */
  readonly formIndex: number;
  /** Title of the form. */
  readonly form: string;
  readonly question: Question;
  /** As the `field` of a problem: the screen of the work order goes to the question by it. */
  readonly field: string;
}

/**
 * Unanswered required questions of a work order, form by form in the order of the screen; `formVersions` are those that the
 * forms were filled in with. Free forms ask nothing. It must be empty for whatever is reported ready or archived.
 */
export const missingAnswers = (
  forms: readonly WorkOrderForm[],
  formVersions: readonly FormVersion[],
): readonly MissingAnswer[] =>
  forms.flatMap((form, formIndex) => {
    const version = form.formVersionId && formVersions.find(({ id }) => id === form.formVersionId);
    if (form.formVersionId === undefined || !version) return [];
    return unanswered(version.questions, form.answers).map((question) => ({
      formIndex,
      form: form.title,
      question,
      field: `forms[${formIndex}].${question.id}`,
    }));
  });

/**
 * The answers that go along to another version of a form: those to questions that are still asked, in a way that they fit.
 * `lost`: the questions that were answered and whose answer does not go along, in their order.
 */
export function answersFor(
  version: FormVersion,
  answers: FormAnswers,
  before: FormVersion,
): { readonly answers: FormAnswers; readonly lost: readonly Question[] } {
  const asked = new Map(version.questions.map((question) => [question.id, question]));
  const goesAlong = ([id, answer]: readonly [string, FormAnswer]): boolean => {
    const question = asked.get(id);
    return question !== undefined && fits(question, answer);
  };
  const kept = Object.fromEntries(Object.entries(answers).filter(goesAlong));
  const lost = before.questions.filter(({ id }) => isAnswered(answers[id]) && kept[id] === undefined);
  return { answers: kept, lost };
}

/** Whether an answer has the form of its question's kind. */
export function fits(question: Question, answer: FormAnswer): boolean {
  switch (question.kind) {
    case 'text':
      return typeof answer === 'string';
    case 'number':
      return typeof answer === 'string' && (answer === '' || /^-?\d{1,15}(\.\d{1,10})?$/.test(answer));
    case 'date':
      return typeof answer === 'string' && isDay(answer);
    case 'yes-no':
      return typeof answer === 'boolean';
    case 'choice':
      return typeof answer === 'string' && question.choices.includes(answer);
    case 'photo':
      return isPhotos(answer);
    case 'signature':
      return isSignature(answer) && (answer.day === '' || isDay(answer.day));
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What another question may depend on: the answers that can be foreseen. Empty for kinds that are typed freely. */
export function foreseenAnswers(question: Question): readonly (string | boolean)[] {
  switch (question.kind) {
    case 'yes-no':
      return [true, false];
    case 'choice':
      return question.choices;
    case 'text':
    case 'number':
    case 'date':
    case 'photo':
    case 'signature':
      return [];
  }
}

/** What is wrong with the questions of a form. */
export type DesignFault = 'same-id' | 'same-choice' | 'depends-on-later' | 'depends-on-no-answer';

/** The first question that cannot be asked as it stands, or null. */
export function designFault(
  questions: readonly Question[],
): { readonly question: Question; readonly fault: DesignFault } | null {
  const earlier = new Map<string, Question>();
  for (const question of questions) {
    const fault = faultOf(question, earlier);
    if (fault !== null) return { question, fault };
    earlier.set(question.id, question);
  }
  return null;
}

function faultOf(question: Question, earlier: ReadonlyMap<string, Question>): DesignFault | null {
  if (earlier.has(question.id)) return 'same-id';
  if (question.kind === 'choice' && new Set(question.choices).size < question.choices.length) return 'same-choice';
  if (question.visibleWhen === null) return null;
  const governing = earlier.get(question.visibleWhen.key);
  if (governing === undefined) return 'depends-on-later';
  const foreseen = foreseenAnswers(governing);
  return question.visibleWhen.oneOf.every((answer) => foreseen.includes(answer)) ? null : 'depends-on-no-answer';
}
