import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useAppStore } from '../../../renderer/shell/app-store';
import { showApp } from '../fake/show-app';

test.each([
  ['was never made', false, 'Simon is nog niet gekoppeld', /^Koppel uw boekhoudpakket/],
  ['is deactivated', true, 'De integratie met het boekhoudpakket is gedeactiveerd.', /^Activeer de integratie weer/],
])('a link that %s: the overview says so, and what to do', async (_, wasLinked, title, action) => {
  const fake = await showApp('#/overview');
  const status = useAppStore.getState().sync;
  if (status?.lastRun == null) throw new Error('Nothing is known of the link');
  await act(() => {
    fake.emit('sync:status', { ...status, connection: 'not-linked', lastRun: wasLinked ? status.lastRun : null });
    return Promise.resolve();
  });
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  expect(screen.getByText(action)).toBeTruthy();
});

test.each([
  ['available', 'SnelStart'],
  ['linking', 'Verder met SnelStart activeren'],
  ['deactivated', 'SnelStart opnieuw activeren'],
] as const)('a package that is %s: one click on the overview leads to it', async (stage, name) => {
  await showApp('#/overview', { stage, connection: 'not-linked' });
  fireEvent.click(await screen.findByRole('button', { name }));
  expect(window.location.hash).toBe('#/integrations/snelstart');
});
