import { articlesSection } from './articles-section';
import { costsSection } from './costs-section';
import { html, type Markup } from './markup';
import { photoGrid } from './pictures';
import { customerPage, fact, facts, named, sheetWords, textSection, type SheetInput, type SheetWords } from './sheet';
import { addressLines } from './sheet-address';
import { signedSection } from './signed-section';
import { employeeName, timesSection } from './times-section';

/**
 * The work order as the customer may see it, as a page of HTML: who, where, what was done, hours and articles, photos and
 * the signature. Prices and the office's notes only where they were asked for. Pure; the same input gives the same page.
 */
export function workOrderSheet(input: SheetInput): string {
  const { workOrder, costs } = input;
  const words = sheetWords(input.language);
  const body = [
    headFacts(input, words),
    textSection(words.say('work'), workOrder.description),
    timesSection(input, words),
    // With prices the articles stand among the costs.
    costs === null ? articlesSection(workOrder, words) : costsSection(costs, words),
    input.notes ? textSection(words.say('notes'), workOrder.notes) : null,
    photosSection(input, words),
    signedSection(input, words),
  ];
  return customerPage(
    input,
    `${words.say('work-order')} ${workOrder.number}`,
    body.filter((part): part is Markup => part !== null),
  );
}

function headFacts(input: SheetInput, words: SheetWords): Markup {
  const { workOrder, language } = input;
  const { say, formats } = words;
  const { customer, workAddress } = workOrder;
  const { plannedStartAtMs, plannedEndAtMs, reportedReadyAtMs } = workOrder;
  const customerLines =
    customer === null
      ? []
      : [
          ...(customer.number === '' ? [] : [`${say('customer-number')} ${customer.number}`]),
          ...addressLines(customer, language),
          ...(customer.phone === '' ? [] : [customer.phone]),
        ];
  return facts([
    fact(say('customer'), named(customer?.name ?? '', customerLines)),
    fact(say('work-address'), workAddress === null ? '' : named(workAddress.name, addressLines(workAddress, language))),
    fact(say('customer-reference'), workOrder.customerReference),
    fact(say('employee'), employeeName(input, workOrder.employeeId, '')),
    fact(say('planned'), plannedStartAtMs === null ? '' : formats.period(plannedStartAtMs, plannedEndAtMs)),
    fact(say('done'), daysOfWork(input, words)),
    fact(say('reported-ready'), reportedReadyAtMs === null ? '' : formats.dayOf(reportedReadyAtMs)),
  ]);
}

/** The day on which time was booked, or the first and the last one. */
function daysOfWork({ workOrder }: SheetInput, { formats }: SheetWords): string {
  const days = workOrder.times.map(({ date }) => date).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? formats.day(first) : `${formats.day(first)} – ${formats.day(last)}`;
}

/** Those of the work order itself; photos of a form stand with their question. */
function photosSection({ pictures }: SheetInput, { say }: SheetWords): Markup | null {
  const photos = pictures.filter(({ file }) => file.kind === 'photo' && file.questionId === null);
  return photos.length === 0
    ? null
    : html`<h2>${say('photos')}</h2>
        ${photoGrid(photos)}`;
}
