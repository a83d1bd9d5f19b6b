import { OPEN_END_MS } from '../../preload/contract/planning';
import type { Language, WorkOrderDetail } from '../../preload/contract/views';
import { html, type Markup } from './markup';
import { sheetDocument, sheetHeader, sheetWords, type SheetWords } from './sheet';
import { addressLines } from './sheet-address';

/** The work of one employee on one day. */
export interface DayList {
  /** Null: work that has no employee yet. */
  readonly employeeName: string | null;
  /** By the moment they begin. */
  readonly workOrders: readonly WorkOrderDetail[];
}

export interface DayListInput {
  readonly language: Language;
  readonly companyName: string;
  /** `YYYY-MM-DD` on the clock of the office. */
  readonly day: string;
  readonly lists: readonly DayList[];
}

/**
 * What somebody takes along in the morning, as a page of HTML: for each employee a sheet with their work by its time,
 * where it is, what it is and what goes along. Without prices. Pure; the same input gives the same page.
 */
export function dayListSheet(input: DayListInput): string {
  const words = sheetWords(input.language);
  const title = `${words.say('day-list')} ${words.formats.day(input.day)}`;
  return sheetDocument(
    input,
    title,
    input.lists.map((list) => listPage(list, input, words)),
  );
}

function listPage({ employeeName, workOrders }: DayList, input: DayListInput, words: SheetWords): Markup {
  const { say, formats } = words;
  return html`<section class="page">
    ${sheetHeader(input.companyName, `${say('day-list')} ${formats.day(input.day)}`)}
    <p class="who">${employeeName ?? say('without-employee')}</p>
    ${workOrders.length === 0 ? html`<p class="text">${say('nothing-planned')}</p>` : null}
    ${workOrders.map((workOrder) => visit(workOrder, input, words))}
  </section>`;
}

function visit(workOrder: WorkOrderDetail, { day, language }: DayListInput, words: SheetWords): Markup {
  const { say } = words;
  const { customer, workAddress, description, notes } = workOrder;
  const address = workAddress ?? customer;
  const place = address === null ? [] : addressLines(address, language);
  const lines = [...(workAddress?.name ? [workAddress.name] : []), ...place, customer?.phone ?? ''];
  return html`<article class="visit">
    <p class="time">${timesOn(day, workOrder, words)}</p>
    <div>
      <h2>${say('work-order')} ${workOrder.number}${customer === null ? '' : ` – ${customer.name}`}</h2>
      <p class="text">${lines.filter((line) => line !== '').join('\n')}</p>
      ${part(say('work'), description)} ${part(say('articles'), articlesOf(workOrder, words).join('\n'))}
      ${part(say('notes'), notes)}
    </div>
  </article>`;
}

/** `2,5 m CU-15 Koperen buis`, one for each article that goes along. */
function articlesOf({ articles, articleRows }: WorkOrderDetail, { formats }: SheetWords): readonly string[] {
  const byId = new Map(articleRows.map((row) => [row.id, row]));
  return articles.map(({ articleId, quantity, description }) => {
    const article = byId.get(articleId);
    return [formats.decimal(quantity), article?.unit, article?.code, description ?? article?.description]
      .filter(Boolean)
      .join(' ');
  });
}

/** A small heading with a text below it; nothing for an empty one. */
const part = (label: string, text: string): Markup | null =>
  text.trim() === ''
    ? null
    : html`<p class="part"><span class="label">${label}</span><span class="text">${text.trim()}</span></p>`;

/** The times as they are on this day, with the whole period below them for work that lasts for days. */
function timesOn(day: string, workOrder: WorkOrderDetail, { say, formats }: SheetWords): Markup | string {
  const { plannedStartAtMs: start, plannedEndAtMs: end } = workOrder;
  if (start === null) return '';
  const startsToday = formats.isOn(start, day);
  const endsToday = formats.isOn(end ?? start + OPEN_END_MS, day);
  if (startsToday && endsToday)
    return end === null ? formats.time(start) : `${formats.time(start)}–${formats.time(end)}`;
  const today = startsToday
    ? `${say('from')} ${formats.time(start)}`
    : endsToday && end !== null
      ? `${say('until')} ${formats.time(end)}`
      : say('all-day');
  return html`${today}<span class="label">${formats.period(start, end)}</span>`;
}
