import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

// The screens of settings are large, and the computer may be busy.
configure({ asyncUtilTimeout: 30_000 });
beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const button = (name: RegExp | string) => screen.findByRole('button', { name });
const names = ({ calls }: FakeApp) =>
  calls.map(({ name }) => name).filter((name) => name.startsWith('imports.') || name.startsWith('folderDrop.'));
const rows = async () =>
  within(await screen.findByRole('grid', { name: 'Regels van het bestand' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map(({ textContent }) => textContent),
    );

/** Up to and including the check: a file of which one column must be chosen. */
async function checked(): Promise<FakeApp> {
  const fake = await showApp('#/work-orders/import');
  await press(await button('Bestand kiezen'));
  await press(await button(/Wat staat er in kolom Monteur 2\?/));
  await press(await screen.findByRole('option', { name: 'Medewerker' }));
  await press(await button('Kolommen gebruiken'));
  await screen.findByRole('heading', { name: 'Dit gaat er gebeuren' });
  return fake;
}

describe('a file that comes in', () => {
  test('is found from the list of work orders', async () => {
    await showApp('#/work-orders');
    await press(await button('Inlezen'));
    await screen.findByRole('heading', { name: 'Werkbonnen en uren inlezen' });
    await screen.findByText('Nog geen bestand gekozen');
  });

  test('asks what a column holds that nobody knows, and says which', async () => {
    const fake = await showApp('#/work-orders/import');
    await press(await button('Bestand kiezen'));
    await screen.findByText('Simon weet niet wat er in deze kolommen staat: ‘Monteur 2’.');
    expect(await button('Kolommen gebruiken')).toHaveProperty('disabled', true);
    expect(names(fake)).toEqual(['imports.onDesk', 'imports.open']);
  });

  test('shows what would happen before anything does: first what cannot come in', async () => {
    const fake = await checked();
    expect(fake.calls.find(({ name }) => name === 'imports.reread')?.input).toEqual({
      sheet: 'Planning',
      choices: ['customerNumber', 'description', 'timeEmployee'],
    });
    expect(await rows()).toEqual([['6', '10042 · Klus 6', 'geweigerd', '', 'Klant 99999 bestaat niet in Simon.']]);
    await press(await screen.findByRole('radio', { name: 'Alles (4)' }));
    expect(await rows()).toEqual([
      [
        '2',
        '10042 · Klus 2',
        'nieuwe werkbon',
        '',
        'werkbon voor Bakkerij Jansen; 2 tijden erbij; 1 artikel erbij; nieuw werkadres: Kade 3, 1011 AA Amsterdam; ' +
          'nieuwe medewerker: Piet de Vries',
      ],
      ['4', '2026-0012 · Lekkage', 'aangevuld', '2026-0012', '1 tijd erbij'],
      ['5', '10042 · Klus 5', 'staat er al', '2026-0010', ''],
      ['6', '10042 · Klus 6', 'geweigerd', '', 'Klant 99999 bestaat niet in Simon.'],
    ]);
    expect(names(fake)).not.toContain('imports.run');
  });

  test('comes in when the office says so, and tells what came of it', async () => {
    const fake = await checked();
    await press(await button('2 regels inlezen'));
    await screen.findByText('2 regels zijn ingelezen.');
    await screen.findByText('1 regel kan niet worden ingelezen.');
    await press(await screen.findByRole('radio', { name: 'Ingelezen (2)' }));
    expect((await rows()).map((cells) => cells[3])).toEqual(['2026-0013', '2026-0012']);
    expect(screen.queryByRole('button', { name: '2 regels inlezen' })).toBeNull();
    expect(names(fake)).toEqual(['imports.onDesk', 'imports.open', 'imports.reread', 'imports.check', 'imports.run']);
  });

  test('can be stopped while it is being taken in', async () => {
    const fake = await checked();
    const letGo = fake.holdNext('imports.run');
    await press(await button('2 regels inlezen'));
    await act(() => Promise.resolve(fake.emit('import:progress', { done: 50, total: 200 })));
    expect((await screen.findByRole('progressbar', { name: 'Inlezen' })).getAttribute('aria-valuenow')).toBe('50');
    await press(await button('Stoppen'));
    expect(names(fake)).toContain('imports.stop');
    await act(() => Promise.resolve(letGo()));
    await screen.findByRole('heading', { name: 'Ingelezen' });
  });

  test('says what to do about a record that cannot come in', async () => {
    await checked();
    await press(await screen.findByText('Klant 99999 bestaat niet in Simon.'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Controleer het klantnummer in het bestand.');
  });
});

describe('an import that another company was opened during', () => {
  test('is shown again as it is by now, and what came of it', async () => {
    const fake = await showApp('#/work-orders/import', { importLeft: 'running' });
    await screen.findByRole('heading', { name: 'Ingelezen' });
    expect(await screen.findByText(/planning week 48\.xlsx/)).toBeTruthy();
    expect(names(fake)).toEqual(['imports.onDesk', 'imports.settled']);
  });

  test('that is over keeps its result', async () => {
    const fake = await showApp('#/work-orders/import', { importLeft: null });
    await screen.findByRole('heading', { name: 'Ingelezen' });
    expect(names(fake)).toEqual(['imports.onDesk']);
  });
});

describe('the folder that Simon keeps an eye on', () => {
  test('is used after the office read how many files would be taken in', async () => {
    const fake = await showApp('#/settings/company');
    await screen.findByText('Er is geen map gekozen.');
    await press(await button('Map kiezen'));
    const question = await screen.findByRole('alertdialog', { name: 'Deze map gebruiken?' });
    expect(question.textContent).toContain('In /home/kantoor/Buitendienst staan nu 3 bestanden.');
    expect(names(fake)).not.toContain('folderDrop.use');
    await press(within(question).getByRole('button', { name: 'Map gebruiken' }));
    await screen.findByText('/home/kantoor/Buitendienst');
    await press(await button('Niet meer gebruiken'));
    await waitFor(() => screen.getByText('Er is geen map gekozen.'));
    expect(fake.calls.filter(({ name }) => name === 'folderDrop.use').map(({ input }) => input)).toEqual([
      { on: true },
      { on: false },
    ]);
  });
});
