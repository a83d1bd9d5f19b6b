import type { FormAnswer, FormVersion, Question, Signature } from '../../preload/contract/custom-forms';
import { isAnswered, isPhotos, isSignature, visibleQuestions } from '../../preload/contract/form-rules';
import type { DesignedForm, FreeForm } from '../../preload/contract/views';
import { html, type Markup } from './markup';
import { image, photoGrid, type SheetPicture } from './pictures';
import { customerPage, fact, facts, named, sheetWords, type SheetInput, type SheetWords } from './sheet';
import { addressLines } from './sheet-address';

/**
 * The custom forms of a work order with their answers, as one page of HTML. Questions that the answers hide are left out.
 * Pure.
 */
export function formsSheet(input: SheetInput): string {
  const { workOrder, language } = input;
  const words = sheetWords(language);
  const { customer, workAddress, reportedReadyAtMs, forms } = workOrder;
  const { say, formats } = words;
  const head = facts([
    fact(say('customer'), named(customer?.name ?? '', [])),
    fact(say('work-address'), workAddress === null ? '' : named('', addressLines(workAddress, language))),
    fact(say('reported-ready'), reportedReadyAtMs === null ? '' : formats.dayOf(reportedReadyAtMs)),
  ]);
  const sections = forms.map((form) => {
    const rows = form.formVersionId === undefined ? freeRows(form) : designedRows(form, input, words);
    return formSection(form.title, rows, words);
  });
  return customerPage(input, `${say('custom-forms')} ${workOrder.number}`, [head, ...sections]);
}

/** A question with its answer as it stands on paper; null was not answered. */
interface Row {
  readonly question: string;
  readonly answer: Markup | string | null;
}

const freeRows = ({ answers }: FreeForm): readonly Row[] =>
  answers.map(({ question, answer }) => ({ question, answer: answer.trim() === '' ? null : answer.trim() }));

function designedRows(
  { formVersionId, answers }: DesignedForm,
  { workOrder, pictures }: Pick<SheetInput, 'workOrder' | 'pictures'>,
  words: SheetWords,
): readonly Row[] {
  const version: FormVersion | undefined = workOrder.formVersions.find(({ id }) => id === formVersionId);
  return visibleQuestions(version?.questions ?? [], answers).map((question) => {
    const answer = answers[question.id];
    const isThere = answer !== undefined && isAnswered(answer);
    return { question: question.label, answer: isThere ? onPaper(question, answer, pictures, words) : null };
  });
}

function onPaper(
  { kind }: Question,
  answer: FormAnswer,
  pictures: readonly SheetPicture[],
  words: SheetWords,
): Markup | string {
  const { say, formats } = words;
  if (isPhotos(answer)) return photoGrid(pictures.filter(({ file }) => answer.includes(file.id)));
  if (isSignature(answer)) return signed(answer, pictures, words);
  if (typeof answer === 'boolean') return say(answer ? 'yes' : 'no');
  if (kind === 'number') return formats.decimal(answer);
  return kind === 'date' ? formats.day(answer) : answer.trim();
}

function signed({ name, day, fileId }: Signature, pictures: readonly SheetPicture[], words: SheetWords): Markup {
  const { formats } = words;
  const drawn = pictures.find(({ file }) => file.id === fileId);
  // The moment it was drawn, unless somebody wrote another day beside it.
  const drawnAtMs = drawn?.file.addedAtMs;
  const isDrawnThen = drawnAtMs !== undefined && (day === '' || formats.isOn(drawnAtMs, day));
  const when = isDrawnThen ? formats.moment(drawnAtMs) : day === '' ? '' : formats.day(day);
  const who = [name.trim(), when].filter((part) => part !== '').join(', ');
  return html`${drawn === undefined ? null : image(drawn, name)}
    <p>${who}</p>`;
}

/** Each question stays on one page with the beginning of its answer. */
const formSection = (title: string, rows: readonly Row[], { say }: SheetWords): Markup =>
  html`<h2>${title}</h2>
    <dl>
      ${rows.map(
        ({ question, answer }) =>
          html`<div class="asked">
            <dt dir="auto">${question}</dt>
            <dd class="${typeof answer === 'string' ? 'text' : 'drawn'}" dir="auto">${answer ?? say('no-answer')}</dd>
          </div>`,
      )}
    </dl>`;
