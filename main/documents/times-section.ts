import { billedHours } from '../../preload/contract/hour-policy';
import type { TimeEntry, TimeKind } from '../../preload/contract/views';
import { html, type Markup } from './markup';
import type { SheetInput, SheetWords } from './sheet';

/** Every booking, and what each employee spent in all; null when nothing is booked. */
export function timesSection(input: SheetInput, words: SheetWords): Markup | null {
  const { times } = input.workOrder;
  const { say, formats } = words;
  if (times.length === 0) return null;
  const hasStart = times.some(({ startMinute }) => startMinute !== null);
  const fromUntil = ({ startMinute, minutes }: TimeEntry): string =>
    startMinute === null ? '' : formats.clockSpan(startMinute, minutes);
  return html`<h2>${say('hours')}</h2>
    <table>
      <thead>
        <tr>
          <th>${say('day')}</th>
          ${hasStart ? html`<th>${say('from-until')}</th>` : null}
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
              ${hasStart ? html`<td class="brief">${fromUntil(entry)}</td>` : null}
              <td dir="auto">${employeeName(input, entry.employeeId, say('nobody'))}</td>
              <td class="brief">${say(`${entry.kind}-time`)}</td>
              <td dir="auto">${entry.note}</td>
              <td class="number">${formats.duration(entry.minutes)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${totalsTable(input, words)}`;
}

/** `nobody` for who is not known (any more). */
export const employeeName = ({ employeeNames }: SheetInput, id: number | null, nobody: string): string =>
  id === null ? nobody : (employeeNames.get(id) ?? nobody);

function totalsTable(input: SheetInput, { say, formats }: SheetWords): Markup {
  const { times } = input.workOrder;
  const minutesIn = (entries: readonly TimeEntry[]): readonly Markup[] => {
    const work = minutesOf(entries, 'work');
    const travel = minutesOf(entries, 'travel');
    return [work, travel, work + travel].map((minutes) => html`<td class="number">${formats.duration(minutes)}</td>`);
  };
  const hoursIn = (kind: TimeKind): string =>
    formats.decimal(billedHours(minutesOf(times, kind), input.hourPolicy[kind]));
  const people = [...new Set(times.map(({ employeeId }) => employeeId))];
  const each = people.map(
    (id) =>
      html`<tr>
        <td dir="auto">${employeeName(input, id, say('nobody'))}</td>
        ${minutesIn(times.filter(({ employeeId }) => employeeId === id))}
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
        <th>${people.length > 1 ? say('total') : employeeName(input, people[0] ?? null, say('nobody'))}</th>
        ${minutesIn(times)}
      </tr>
      <tr>
        <td>${say('in-hours')}</td>
        <td class="number">${hoursIn('work')}</td>
        <td class="number">${hoursIn('travel')}</td>
        <td></td>
      </tr>
    </tbody>
  </table>`;
}

const minutesOf = (entries: readonly TimeEntry[], kind: TimeKind): number =>
  entries.reduce((sum, entry) => (entry.kind === kind ? sum + entry.minutes : sum), 0);
