import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { pretendLayout, showApp } from '../../fake/show-app';

beforeAll(pretendLayout);

const panel = () => screen.findByRole('region', { name: /^Werktijd en reistijd/ });
const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const fields = async (name: string) => within(await panel()).getAllByRole<HTMLInputElement>('textbox', { name });
const last = async (name: string) => (await fields(name)).at(-1)!;

/** Types into the last row and goes to the next field. */
async function type(name: string, text: string): Promise<void> {
  const field = await last(name);
  await act(() => {
    fireEvent.change(field, { target: { value: text } });
    fireEvent.blur(field);
    return Promise.resolve();
  });
}
const add = async (kind: string) => press(within(await panel()).getByRole('button', { name: kind }));
const totals = async () =>
  within(await screen.findByRole('table', { name: 'Totalen van de geboekte tijd' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

describe('booking time', () => {
  test('from when until when fills in how long', async () => {
    await showApp('#/work-orders/new');
    await add('Werktijd');
    expect(document.activeElement).toBe(await last('Van'));
    await type('Van', '8');
    await type('Tot', '10:15');
    expect((await last('Duur (u:mm)')).value).toBe('2:15');
    expect((await last('Van')).value).toBe('08:00');
  });

  test('a duration stays what was typed, and tells the end once there is a start', async () => {
    await showApp('#/work-orders/new');
    await add('Reistijd');
    await type('Duur (u:mm)', '45');
    await type('Van', '7:30');
    expect((await last('Tot')).value).toBe('08:15');
    expect((await last('Duur (u:mm)')).value).toBe('0:45');
  });

  test('what is no time says so, and leaves the duration alone', async () => {
    await showApp('#/work-orders/new');
    await add('Werktijd');
    await type('Duur (u:mm)', '45');
    await type('Van', 'half acht');
    expect(await screen.findByText(/Dit is geen tijd/)).toBeTruthy();
    expect((await last('Duur (u:mm)')).value).toBe('0:45');
  });

  test('Enter begins a next row of the same kind, with the time that was just typed kept', async () => {
    await showApp('#/work-orders/new');
    await add('Reistijd');
    await type('Van', '8:00');
    const until = await last('Tot');
    await act(() => Promise.resolve(fireEvent.change(until, { target: { value: '8:20' } })));
    await act(() => Promise.resolve(fireEvent.keyDown(until, { key: 'Enter' })));
    expect((await fields('Duur (u:mm)')).map(({ value }) => value)).toEqual(['0:20', '0:00']);
    expect(document.activeElement).toBe(await last('Van'));
    expect(within(await panel()).getAllByRole('button', { name: /Reistijd Soort/ })).toHaveLength(2);
  });

  test('a copy of the last row that stands at the same time is warned about, not refused', async () => {
    await showApp('#/work-orders/1');
    await panel();
    await type('Van', '9:00');
    await press(within(await panel()).getByRole('button', { name: 'Laatste regel kopiëren' }));
    expect((await last('Opmerking')).value).toBe('Heenreis');
    expect(screen.getByText('Valt samen met regel 3 van dezelfde medewerker.')).toBeTruthy();
    expect(await screen.findByText(/^Bewaard /)).toBeTruthy();
    expect(await fields('Van')).toHaveLength(3);
  });
});

test('a time that the employee also booked on another work order says on which', async () => {
  await showApp('#/work-orders/1');
  await type('Van', '9:30');
  const whose = within(await panel()).getAllByRole('button', { name: /Medewerker/ });
  await press(whose.at(-1)!);
  await press(await screen.findByRole('option', { name: 'Fatima El Idrissi' }));
  expect(await screen.findByText('Valt samen met werkbon 2699 van dezelfde medewerker.')).toBeTruthy();
});

describe('the totals of the time', () => {
  test('stand beside the hours on the invoice, as the company rounds them', async () => {
    const fake = await showApp('#/work-orders/1');
    // The rules of the company come a moment after the table.
    await waitFor(async () =>
      expect(await totals()).toEqual([
        ['Geboekt', '2:00', '0:15', '2:15'],
        ['Op de factuur', '2 uur', '0,25 uur', ''],
      ]),
    );
    const work = { stepMinutes: null, direction: 'up', minimumMinutes: 0 } as const;
    await act(async () => {
      await fake.bridge.companySettings.save({ hourPolicy: { work, travel: { ...work, minimumMinutes: 30 } } });
    });
    expect((await totals())[1]).toEqual(['Op de factuur', '2 uur', '0,5 uur', '']);
  });

  test('of an archived work order are only what was booked: its document tells the rest', async () => {
    await showApp('#/work-orders/3');
    expect((await totals()).map(([name]) => name)).toEqual(['Geboekt']);
  });

  test('tell what the labour costs, with the prices of the articles that the package has for hours', async () => {
    const fake = await showApp('#/work-orders/1');
    expect((await totals()).map(([name]) => name)).toEqual(['Geboekt', 'Op de factuur']);
    await act(async () => {
      await fake.bridge.integrations.saveSettings({
        package: 'snelstart',
        settings: { workArticle: 'ARBEID', travelArticle: 'ARBEID-11' },
      });
      fake.emit('data:changed', { revision: 1_000, areas: ['integrations'] });
    });
    // Two hours of € 57,50; what the package has no price for is not counted as nothing.
    const amounts = (await totals())[2]?.map((text) => text?.replace(/\s/g, ' '));
    expect(amounts).toEqual(['Arbeid excl. btw', '€ 115,00', 'onbekend', 'onbekend']);
  });
});
