import type { TimeEntry, WorkOrderDetail } from '../../preload/contract/views';
import { html, type Markup } from './markup';
import { photoGrid } from './pictures';
import { addressLines, fact, facts, named, sheetPage, sheetWords, type SheetInput, type SheetWords } from './sheet';

/**
 * The work order as the customer may see it, as a page of HTML: who, where, what was done, hours, articles and notes.
 * Without prices: those are on the invoice. Pure; the same input gives the same page.
 */
export function workOrderSheet(input: SheetInput): string {
  const { workOrder } = input;
  const words = sheetWords(input.language);
  const body = [
    headFacts(input, words),
    textSection(words.say('work'), workOrder.description),
    timesSection(input, words),
    articlesSection(workOrder, words),
    textSection(words.say('notes'), workOrder.notes),
    photosSection(input, words),
  ];
  return sheetPage(
    input,
    `${words.say('work-order')} ${workOrder.number}`,
    body.filter((part): part is Markup => part !== null),
  );
}

function headFacts(input: SheetInput, { say, formats }: SheetWords): Markup {
  const { workOrder, language } = input;
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
    fact(say('planned'), plannedStartAtMs === null ? '' : formats.period(plannedStartAtMs, plannedEndAtMs)),
    fact(say('employee'), nameOf(input, workOrder.employeeId, '')),
    fact(say('reported-ready'), reportedReadyAtMs === null ? '' : formats.dayOf(reportedReadyAtMs)),
  ]);
}

const textSection = (heading: string, text: string): Markup | null =>
  text.trim() === ''
    ? null
    : html`<h2>${heading}</h2>
        <p class="text">${text.trim()}</p>`;

/** Those of the work order itself; photos of a form stand with their question. */
function photosSection({ pictures }: SheetInput, { say }: SheetWords): Markup | null {
  const photos = pictures.filter(({ file }) => file.kind === 'photo' && file.questionId === null);
  return photos.length === 0
    ? null
    : html`<h2>${say('photos')}</h2>
        ${photoGrid(photos)}`;
}

function nameOf({ employeeNames }: SheetInput, id: number | null, nobody: string): string {
  return id === null ? nobody : (employeeNames.get(id) ?? nobody);
}

/** Every booking, and what each employee spent in all. */
function timesSection(input: SheetInput, words: SheetWords): Markup | null {
  const { times } = input.workOrder;
  const { say, formats } = words;
  if (times.length === 0) return null;
  return html`<h2>${say('hours')}</h2>
    <table>
      <thead>
        <tr>
          <th>${say('day')}</th>
          <th>${say('employee')}</th>
          <th>${say('kind')}</th>
          <th>${say('note')}</th>
          <th class="number">${say('duration')}</th>
        </tr>
      </thead>
      <tbody>
        ${times.map(
          (entry) =>
            html`<tr>
              <td class="brief">${formats.day(entry.date)}</td>
              <td>${nameOf(input, entry.employeeId, say('nobody'))}</td>
              <td class="brief">${say(`${entry.kind}-time`)}</td>
              <td>${entry.note}</td>
              <td class="number">${formats.duration(entry.minutes)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${totalsTable(input, words)}`;
}

function totalsTable(input: SheetInput, { say, formats }: SheetWords): Markup {
  const { times } = input.workOrder;
  const cells = (entries: readonly TimeEntry[]): readonly Markup[] => {
    const work = minutesOf(entries, 'work');
    const travel = minutesOf(entries, 'travel');
    return [work, travel, work + travel].map((minutes) => html`<td class="number">${formats.duration(minutes)}</td>`);
  };
  const people = [...new Set(times.map(({ employeeId }) => employeeId))];
  const each = people.map(
    (id) =>
      html`<tr>
        <td>${nameOf(input, id, say('nobody'))}</td>
        ${cells(times.filter(({ employeeId }) => employeeId === id))}
      </tr>`,
  );
  return html`<table class="totals">
    <thead>
      <tr>
        <th>${say('per-employee')}</th>
        <th class="number">${say('work-time')}</th>
        <th class="number">${say('travel-time')}</th>
        <th class="number">${say('total')}</th>
      </tr>
    </thead>
    <tbody>
      ${people.length > 1 ? each : null}
      <tr class="total">
        <th>${people.length > 1 ? say('total') : nameOf(input, people[0] ?? null, say('nobody'))}</th>
        ${cells(times)}
      </tr>
    </tbody>
  </table>`;
}

const minutesOf = (entries: readonly TimeEntry[], kind: TimeEntry['kind']): number =>
  entries.reduce((sum, entry) => (entry.kind === kind ? sum + entry.minutes : sum), 0);

function articlesSection({ articles, articleRows }: WorkOrderDetail, { say, formats }: SheetWords): Markup | null {
  if (articles.length === 0) return null;
  const byId = new Map(articleRows.map((row) => [row.id, row]));
  return html`<h2>${say('articles')}</h2>
    <table>
      <thead>
        <tr>
          <th class="code">${say('code')}</th>
          <th>${say('description')}</th>
          <th class="number">${say('quantity')}</th>
          <th>${say('unit')}</th>
        </tr>
      </thead>
      <tbody>
        ${articles.map(({ articleId, quantity, description }) => {
          const article = byId.get(articleId);
          return html`<tr>
            <td>${article?.code ?? ''}</td>
            <td class="text">${description ?? article?.description ?? ''}</td>
            <td class="number">${formats.decimal(quantity)}</td>
            <td class="brief">${article?.unit ?? ''}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}
