import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AdoptionRow } from '../../../preload/contract/adoption';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name });
  await act(() => Promise.resolve(fireEvent.click(button)));
};
const candidate = (externalId: string, label: string) => ({
  externalId,
  label,
  detail: 'Kade 1, 1234 AB Utrecht',
  reasons: ['name', 'address'] as const,
});
const row = (id: number, change: Partial<AdoptionRow>): AdoptionRow => ({
  id,
  label: `100${id} Klant ${id}`,
  detail: 'Kade 1, 1234 AB Utrecht',
  openWorkOrders: 0,
  certainty: 'none',
  isDecided: true,
  chosen: null,
  candidates: [],
  ...change,
});
const ROWS = [
  row(1, { certainty: 'sure', chosen: 'b-1', candidates: [candidate('b-1', '77 Klant 1')] }),
  row(2, { certainty: 'doubtful', isDecided: false, openWorkOrders: 2, candidates: [candidate('b-2', '78 Klant 2')] }),
  row(3, {}),
];

/** From the wipe to the comparison. */
async function toAdopting() {
  const fake = await showApp('#/integrations/snelstart', { stage: 'activating', adoption: ROWS });
  await press('Overnemen in plaats van wissen');
  fireEvent.change(await screen.findByLabelText('Koppel-sleutel'), { target: { value: 'goed' } });
  fireEvent.change(await screen.findByLabelText('Abonnementssleutel'), { target: { value: 'oefenen' } });
  await press('Check in SnelStart');
  await press('Controleer alles');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Opslaan' })).toHaveProperty('disabled', false));
  await press('Opslaan');
  await screen.findByRole('grid', { name: 'Klanten en wat ze worden' });
  return fake;
}
const step = () => screen.getByRole('list', { name: 'Stappen' }).querySelector('[aria-current="step"]')?.textContent;

describe('taking data along instead of wiping', () => {
  test('is a step of its own after the settings, and waits until the doubtful ones are decided', async () => {
    const fake = await toAdopting();
    expect(step()).toContain('Overnemen');
    expect(fake.calls.some(({ name }) => name === 'integrations.wipe')).toBe(false);
    expect(screen.getByRole('button', { name: 'Overnemen en starten' })).toHaveProperty('disabled', true);
    expect(screen.getByText('Nog 1 te beslissen')).toBeTruthy();

    const grid = screen.getByRole('grid', { name: 'Klanten en wat ze worden' });
    fireEvent.click(await within(grid).findByText('1002 Klant 2'));
    const question = await screen.findByRole('dialog', { name: 'Wat wordt 1002 Klant 2?' });
    expect(within(question).getByText('Staat op 2 open werkbonnen.')).toBeTruthy();
    expect(within(question).getByText('Gelijk: naam, adres')).toBeTruthy();
    await act(() => Promise.resolve(fireEvent.click(within(question).getByRole('button', { name: 'Deze is het' }))));

    expect(await screen.findByText('Alles is beslist')).toBeTruthy();
    expect(fake.calls.filter(({ name }) => name === 'integrations.adoptionDecide').map(({ input }) => input)).toEqual([
      { id: 2, externalId: 'b-2' },
    ]);
    await press('Overnemen en starten');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('Actief');
  });

  test('decides all that are left in one go', async () => {
    await toAdopting();
    await press('Niet overnemen');
    expect(await screen.findByText('Alles is beslist')).toBeTruthy();
  });
});
