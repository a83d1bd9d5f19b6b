import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { spanOf } from '../../../renderer/views/exports/hour-period';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const saved = ({ calls }: FakeApp) => calls.filter(({ name }) => name === 'exports.save').map(({ input }) => input);
const saveAs = async (format: string) => {
  await press(await screen.findByRole('button', { name: 'Bewaren als' }));
  await press(await screen.findByRole('menuitem', { name: format }));
};

describe('a list is saved as it shows', () => {
  test('with its search and order', async () => {
    const fake = await showApp('#/customers');
    fireEvent.change(await screen.findByRole('searchbox'), { target: { value: 'jansen' } });
    for (let times = 0; times < 2; times += 1) await press(await screen.findByRole('button', { name: 'Naam' }));
    await saveAs('Excel');
    expect(saved(fake)).toEqual([
      { what: { list: 'customers', search: 'jansen', sort: { key: 'name', descending: true } }, format: 'xlsx' },
    ]);
    expect(await screen.findByText(/regels bewaard in \/home\/kantoor\/customers\.xlsx/)).toBeTruthy();
  });

  test('with its box', async () => {
    const fake = await showApp('#/work-orders/ready');
    await press(await screen.findByRole('tab', { name: /^Gepland/ }));
    await saveAs('CSV (elke spreadsheet)');
    expect(saved(fake)).toMatchObject([{ what: { list: 'work-orders', status: 'planned' }, format: 'csv' }]);
  });

  test.each([
    ['#/articles', 'articles'],
    ['#/queue', 'queue'],
    ['#/log', 'log'],
    ['#/integrations/snelstart', 'runs'],
    ['#/settings/company', 'employees'],
  ])('on %s', async (hash, list) => {
    const fake = await showApp(hash);
    await saveAs('Excel');
    expect(saved(fake)).toMatchObject([{ what: { list } }]);
  });
});

test('while a long list is saved the office sees how far it is, and can stop it', async () => {
  const fake = await showApp('#/customers');
  const release = fake.holdNext('exports.save');
  await saveAs('Excel');
  await act(() => Promise.resolve(fake.emit('export:progress', { done: 500, total: 2_000 })));
  expect(await screen.findByText('500 van 2.000')).toBeTruthy();
  await press(screen.getByRole('button', { name: 'Stoppen' }));
  expect(fake.calls.some(({ name }) => name === 'exports.cancel')).toBe(true);
  await act(() => Promise.resolve(release()));
});

describe('hours for the wages', () => {
  test.each([
    ['thisWeek', '2026-11-25', { fromDay: '2026-11-23', toDay: '2026-11-29' }],
    ['lastWeek', '2026-01-01', { fromDay: '2025-12-22', toDay: '2025-12-28' }],
    ['thisMonth', '2028-02-29', { fromDay: '2028-02-01', toDay: '2028-02-29' }],
    ['lastMonth', '2026-03-31', { fromDay: '2026-02-01', toDay: '2026-02-28' }],
    ['lastMonth', '2026-01-15', { fromDay: '2025-12-01', toDay: '2025-12-31' }],
  ] as const)('%s on %s', (period, today, span) => {
    expect(spanOf(period, today)).toEqual(span);
  });

  test('are saved for last week unless the office chooses otherwise', async () => {
    const fake = await showApp('#/work-orders');
    await press(await screen.findByRole('button', { name: 'Uren bewaren' }));
    await press(await screen.findByRole('button', { name: 'Excel' }));
    const [{ what }] = saved(fake) as [{ readonly what: { readonly fromDay: string; readonly toDay: string } }];
    expect(what).toMatchObject({ list: 'hours' });
    expect(Date.parse(what.toDay) - Date.parse(what.fromDay)).toBe(6 * 86_400_000);
  });
});
