import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showApp } from '../fake/show-app';

const FULL = { kind: 'storage', code: 'storage-full', params: {} } as const;

test('a disk that refuses is told on top of every screen, for as long as it does', async () => {
  const fake = await showApp('#/overview', { rows: 0 });
  const status = await fake.bridge.sync.status();
  if (!status.ok) throw new Error('The fake has no status');
  const tell = (problem: typeof FULL | null) =>
    act(() =>
      Promise.resolve(
        fake.emit('sync:status', { ...status.value, connection: problem === null ? 'idle' : 'attention', problem }),
      ),
    );
  expect(screen.queryByText('Alles is in orde')).toBeTruthy();
  await tell(FULL);
  const asks = screen.getByRole('region', { name: 'Dit vraagt uw aandacht' });
  expect(within(screen.getByRole('alert')).getByText(/De schijf van deze computer is vol/)).toBeTruthy();
  expect(within(asks).getByText('De schijf van deze computer is vol. Er wordt niets verzonden.')).toBeTruthy();
  expect(within(asks).getByText(/Maak ruimte vrij op de schijf/)).toBeTruthy();
  expect(screen.queryByText('Niets. Alles loopt vanzelf.')).toBeNull();
  expect(screen.getByRole('link', { name: 'Simon kan niet opslaan op deze computer' })).toBeTruthy();
  expect(screen.queryByText('Alles is in orde')).toBeNull();
  await tell(null);
  expect(screen.queryByText(/De schijf van deze computer is vol/)).toBeNull();
});
