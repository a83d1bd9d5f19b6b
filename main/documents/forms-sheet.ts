import type { WorkOrderForm } from '../../preload/contract/views';
import { html, type Markup } from './markup';
import { addressLines, fact, facts, named, sheetPage, sheetWords, type SheetInput, type SheetWords } from './sheet';

/** The custom forms of a work order with their answers, as one page of HTML. Pure. */
export function formsSheet(input: SheetInput): string {
  const { workOrder, language } = input;
  const words = sheetWords(language);
  const { customer, workAddress, reportedReadyAtMs } = workOrder;
  const { say, formats } = words;
  const head = facts([
    fact(say('customer'), named(customer?.name ?? '', [])),
    fact(say('work-address'), workAddress === null ? '' : named('', addressLines(workAddress, language))),
    fact(say('reported-ready'), reportedReadyAtMs === null ? '' : formats.dayOf(reportedReadyAtMs)),
  ]);
  return sheetPage(input, `${say('custom-forms')} ${workOrder.number}`, [
    head,
    ...workOrder.forms.map((form) => formSection(form, words)),
  ]);
}

function formSection({ title, answers }: WorkOrderForm, { say }: SheetWords): Markup {
  return html`<h2>${title}</h2>
    <dl>
      ${answers.map(
        ({ question, answer }) =>
          html`<dt>${question}</dt>
            <dd>${answer.trim() === '' ? say('no-answer') : answer.trim()}</dd>`,
      )}
    </dl>`;
}
