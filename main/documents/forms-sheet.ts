import type { FormAnswer, FormVersion, Question } from '../../preload/contract/custom-forms';
import { isAnswered, visibleQuestions } from '../../preload/contract/form-rules';
import type { DesignedForm, FreeForm } from '../../preload/contract/views';
import { html, type Markup } from './markup';
import { addressLines, fact, facts, named, sheetPage, sheetWords, type SheetInput, type SheetWords } from './sheet';

/**
 * The custom forms of a work order with their answers, as one page of HTML. Questions that the answers hide are left out.
 * Pure.
 */
export function formsSheet(input: SheetInput): string {
  const { workOrder, language } = input;
  const words = sheetWords(language);
  const { customer, workAddress, reportedReadyAtMs, forms, formVersions } = workOrder;
  const { say, formats } = words;
  const head = facts([
    fact(say('customer'), named(customer?.name ?? '', [])),
    fact(say('work-address'), workAddress === null ? '' : named('', addressLines(workAddress, language))),
    fact(say('reported-ready'), reportedReadyAtMs === null ? '' : formats.dayOf(reportedReadyAtMs)),
  ]);
  const sections = forms.map((form) => {
    const rows = form.formVersionId === undefined ? freeRows(form) : designedRows(form, formVersions, words);
    return formSection(form.title, rows, words);
  });
  return sheetPage(input, `${say('custom-forms')} ${workOrder.number}`, [head, ...sections]);
}

/** A question with its answer in words; an empty one was not answered. */
interface Row {
  readonly question: string;
  readonly answer: string;
}

const freeRows = ({ answers }: FreeForm): readonly Row[] => answers;

function designedRows(
  { formVersionId, answers }: DesignedForm,
  versions: readonly FormVersion[],
  words: SheetWords,
): readonly Row[] {
  const questions = versions.find(({ id }) => id === formVersionId)?.questions ?? [];
  return visibleQuestions(questions, answers).map((question) => {
    const answer = answers[question.id];
    return { question: question.label, answer: isAnswered(answer) ? inWords(question, answer, words) : '' };
  });
}

function inWords({ kind }: Question, answer: FormAnswer | undefined, { say, formats }: SheetWords): string {
  if (typeof answer !== 'string') return say(answer === true ? 'yes' : 'no');
  switch (kind) {
    case 'number':
      return formats.decimal(answer);
    case 'date':
      return formats.day(answer);
    case 'text':
    case 'choice':
    case 'yes-no':
      return answer;
  }
}

/** Each question stays on one page with the beginning of its answer. */
const formSection = (title: string, rows: readonly Row[], { say }: SheetWords): Markup =>
  html`<h2>${title}</h2>
    <dl>
      ${rows.map(
        ({ question, answer }) =>
          html`<div class="asked">
            <dt>${question}</dt>
            <dd>${answer.trim() === '' ? say('no-answer') : answer.trim()}</dd>
          </div>`,
      )}
    </dl>`;
