/** A form of an import file as one that the office designed. Pure. */
import type { FormAnswer, FormVersion, Question } from '../../../preload/contract/custom-forms';
import { fits } from '../../../preload/contract/form-rules';
import type { DesignedForm, FreeForm } from '../../../preload/contract/views';

const YES = new Set(['ja', 'yes', 'true', 'j', 'y', '1']);
const NO = new Set(['nee', 'no', 'false', 'n', '0']);

/**
 * The form with the questions of the design of that title, or null when something would be lost: a question that the design
 * does not ask, or asks twice, or an answer that does not fit its kind. Then it stays as it came.
 */
export function asDesigned({ title, answers }: FreeForm, version: FormVersion): DesignedForm | null {
  const given: Record<string, FormAnswer> = {};
  for (const { question: label, answer } of answers) {
    const [question, second] = version.questions.filter((one) => same(one.label, label));
    if (question === undefined || second !== undefined || question.id in given) return null;
    if (answer.trim() === '') continue;
    const typed = typedAnswer(question, answer.trim());
    if (typed === null || !fits(question, typed)) return null;
    given[question.id] = typed;
  }
  return { formVersionId: version.id, title, answers: given };
}

function typedAnswer(question: Question, text: string): FormAnswer | null {
  switch (question.kind) {
    case 'text':
    case 'date':
      return text;
    case 'number':
      // A comma as decimal sign, as people write it; a text with both may mean thousands and is not guessed at.
      return /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
    case 'yes-no':
      if (YES.has(text.toLowerCase())) return true;
      return NO.has(text.toLowerCase()) ? false : null;
    case 'photo':
    case 'signature':
      return null;
    case 'choice':
      return question.choices.find((choice) => same(choice, text)) ?? null;
  }
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
