import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { OFFICE_ZONE } from '../../../preload/contract/model';
import { NOW_MS } from '../fake/books';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = async (name: string | RegExp, index = 0) => {
  const buttons = await screen.findAllByRole('button', { name });
  const button = buttons[index];
  if (!button) throw new Error(`No button ${String(name)}`);
  await act(() => Promise.resolve(fireEvent.click(button)));
};

describe('activating a package', () => {
  test('from explanation to active, with a wrong key on the way', async () => {
    const fake = await showApp('#/integrations', { stage: 'available' });
    await press('Activeer Integratie');

    expect((await screen.findByRole('button', { name: 'Start activatie' })).hasAttribute('disabled')).toBe(true);
    await act(() => Promise.resolve(fireEvent.click(screen.getByRole('checkbox'))));
    await press('Start activatie');

    expect(await screen.findByText('Klanten en werkadressen')).toBeTruthy();
    expect(screen.getByText('1 gearchiveerde werkbon is nog niet geboekt')).toBeTruthy();
    await press('Wissen');
    const question = await screen.findByRole('alertdialog');
    await act(() => Promise.resolve(fireEvent.click(within(question).getByRole('button', { name: 'Wissen' }))));
    expect(await screen.findByText(/De back-up staat in/)).toBeTruthy();
    await press('Verder');

    const key = await screen.findByLabelText('Koppel-sleutel');
    fireEvent.change(key, { target: { value: 'fout' } });
    await press('Check in SnelStart');
    expect(await screen.findByText('SnelStart herkent deze koppel-sleutel niet.')).toBeTruthy();
    await press('Oefengegevens invullen');
    await press('Check in SnelStart');

    expect((await screen.findByRole('button', { name: 'Opslaan' })).hasAttribute('disabled')).toBe(true);
    await press('Controleer alles');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Opslaan' }).hasAttribute('disabled')).toBe(false));
    await press('Opslaan');

    expect(await screen.findByRole('button', { name: 'Deactiveren' })).toBeTruthy();
    expect(fake.calls.map(({ name }) => name)).toContain('integrations.saveSettings');
  });

  test('an activation that was left opens at the first step that is not done', async () => {
    await showApp('#/integrations/snelstart', { stage: 'linked' });
    expect(await screen.findByRole('button', { name: 'Controleer alles' })).toBeTruthy();
  });

  test('the key never comes back to the screen', async () => {
    await showApp('#/integrations/snelstart', { connection: 'needs-login' });
    const key = await screen.findByLabelText('Koppel-sleutel');
    expect(key).toHaveProperty('type', 'password');
    expect(key).toHaveProperty('value', '');
  });

  test('deactivating asks first', async () => {
    const fake = await showApp('#/integrations/snelstart');
    await press('Deactiveren');
    const question = await screen.findByRole('alertdialog', { name: 'SnelStart deactiveren?' });
    expect(fake.calls.some(({ name }) => name === 'integrations.deactivate')).toBe(false);
    await act(() => Promise.resolve(fireEvent.click(within(question).getByRole('button', { name: 'Deactiveren' }))));
    await waitFor(() => expect(screen.getByText('Inzetbaar')).toBeTruthy());
  });
});

describe('the first pull', () => {
  test('shows counts, rate and time left', async () => {
    const fake = await showApp('#/integrations/snelstart', { connection: 'busy' });
    await screen.findByRole('button', { name: 'Wijzig' });
    act(() =>
      fake.emit('sync:progress', {
        runId: 1,
        trigger: 'first',
        resource: 'customers',
        done: 1_250,
        total: 5_000,
        perSecond: 50,
        secondsLeft: 75,
        finished: false,
      }),
    );
    expect(screen.getByText('1.250 van 5.000')).toBeTruthy();
    expect(screen.getByText('3.000 per minuut · nog ongeveer 1 min')).toBeTruthy();
  });
});

describe('lists', () => {
  test('a search asks main, and nothing found says so', async () => {
    const fake = await showApp('#/customers');
    await screen.findByText('Jansen Installatietechniek B.V.');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'bestaat niet' } });
    expect(await screen.findByText('Niets gevonden')).toBeTruthy();
    expect(fake.calls.at(-1)?.input).toMatchObject({ search: 'bestaat niet', offset: 0 });
  });

  test('changed data is read again by itself', async () => {
    const fake = await showApp('#/articles');
    await screen.findAllByText('Voorrijkosten');
    const before = fake.calls.filter(({ name }) => name === 'articles.list').length;
    await act(() => Promise.resolve(fake.emit('data:changed', { revision: 1, areas: ['articles'] })));
    expect(fake.calls.filter(({ name }) => name === 'articles.list').length).toBe(before + 1);
  });

  test('a bug in main is told with its number, and can be tried again', async () => {
    const fake = await showApp('#/overview');
    await screen.findByText('Dit vraagt uw aandacht');
    fake.breakNext('customers.list', 'B-417');
    act(() => {
      window.location.hash = '#/customers';
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
    expect(await screen.findByText(/nummer B-417/)).toBeTruthy();
    expect(fake.calls.filter(({ name }) => name === 'customers.list')).toHaveLength(1);
    await press('Opnieuw proberen');
    expect(await screen.findByText('Jansen Installatietechniek B.V.')).toBeTruthy();
  });

  test('the log shows repeats with a count and opens the record', async () => {
    await showApp('#/log');
    expect((await screen.findAllByText('14×')).length).toBeGreaterThan(0);
    const row = (await screen.findAllByRole('row')).find((candidate) => candidate.textContent.includes('Werkbon 2601'));
    if (!row) throw new Error('The message about work order 2601 is not on screen');
    fireEvent.click(row);
    await press('Werkbon openen');
    expect(window.location.hash).toBe('#/work-orders/1');
  });
});

describe('work orders', () => {
  test('Archiveren exists only for a work order that is reported ready', async () => {
    await showApp('#/work-orders/2');
    expect(await screen.findByRole('button', { name: 'Gereed melden' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Archiveren' })).toBeNull();
    await press('Gereed melden');
    expect(await screen.findByRole('button', { name: 'Archiveren' })).toBeTruthy();
  });

  test('an archived work order cannot be changed', async () => {
    await showApp('#/work-orders/3');
    expect(await screen.findByText('Deze werkbon is gearchiveerd')).toBeTruthy();
    expect(screen.getByLabelText('Werkzaamheden').hasAttribute('disabled')).toBe(true);
    expect(screen.queryByRole('button', { name: /^Ongedaan maken/ })).toBeNull();
  });

  test('a Dutch comma becomes an exact decimal', async () => {
    const fake = await showApp('#/work-orders/1');
    const quantity = (await screen.findAllByLabelText(/^Aantal/))[0];
    if (!quantity) throw new Error('No quantity on screen');
    fireEvent.change(quantity, { target: { value: '0,25' } });
    fireEvent.blur(quantity);
    const isSave = ({ name }: { name: string }) => name === 'workOrders.save';
    await waitFor(() => expect(fake.calls.some(isSave)).toBe(true));
    const saved = fake.calls.find(isSave)?.input;
    expect(saved).toMatchObject({ draft: { articles: [{ quantity: '0.25' }, { quantity: '12.5' }] } });
  });

  test('the preview shows lines, VAT and totals', async () => {
    await showApp('#/work-orders/1');
    await press('Voorbeeld');
    const preview = within(await screen.findByRole('dialog'));
    expect((await preview.findByText('0:15 uur')).closest('tr')?.textContent).toContain('0,25');
    expect(preview.getByText(/Btw 21% over/)).toBeTruthy();
  });
});

describe('what stands in the way', () => {
  test('an offline package is told on every screen', async () => {
    await showApp('#/articles', { connection: 'offline' });
    expect(await screen.findByText('Geen verbinding met het boekhoudpakket')).toBeTruthy();
  });

  test('a refused key leads to linking again', async () => {
    await showApp('#/articles', { connection: 'needs-login' });
    await press('Opnieuw koppelen');
    expect(window.location.hash).toBe('#/integrations/snelstart');
  });

  test('without a link the overview says what to do first', async () => {
    await showApp('#/overview', { stage: 'available', rows: 0 });
    expect(await screen.findByText('Simon is nog niet gekoppeld')).toBeTruthy();
  });
});

describe('language and place', () => {
  test('the screens speak English when that is chosen', async () => {
    await showApp('#/overview', { language: 'en' });
    expect(await screen.findByRole('link', { name: 'Work orders' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });

  test('main can show a screen', async () => {
    const fake = await showApp('#/overview');
    act(() => fake.emit('app:navigate', { view: 'queue', detail: 1 }));
    expect(window.location.hash).toBe('#/queue/1');
  });

  test('the next run is told on the clock of the office', async () => {
    await showApp('#/overview');
    const at = new Date(NOW_MS + 240_000);
    const clock = at.toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: OFFICE_ZONE });
    expect(await screen.findByText((text) => text.startsWith('Volgende keer: ') && text.endsWith(clock))).toBeTruthy();
  });
});
