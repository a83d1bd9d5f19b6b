import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const asked = ({ calls }: FakeApp, call: string) => calls.filter(({ name }) => name === call).map(({ input }) => input);

test('a run leads to its tables, its documents and its messages', async () => {
  const fake = await showApp('#/log/runs');
  await press(await screen.findByRole('row', { name: /Deels gelukt/ }));
  const detail = within(screen.getByRole('complementary'));
  expect(detail.getByRole('row', { name: /Artikelen 40 1 0 1/ })).toBeTruthy();
  expect(asked(fake, 'queue.list')).toMatchObject([{ runId: 3 }]);

  await press(detail.getByRole('button', { name: 'Berichten tonen' }));
  expect(await screen.findByRole('button', { name: /^Alleen de synchronisatie van/ })).toBeTruthy();
  expect(asked(fake, 'log.window').at(-1)).toMatchObject({ filter: { runId: 3 } });
});

test('the history can hold only runs that changed something', async () => {
  const fake = await showApp('#/log/runs');
  await press(await screen.findByRole('checkbox', { name: 'Alleen als er iets veranderde' }));
  expect(asked(fake, 'sync.runs').at(-1)).toMatchObject({ changed: true });
});

test('a repeated message unfolds to each moment', async () => {
  const fake = await showApp('#/log');
  await press((await screen.findAllByText('14×'))[0]!);
  await press(screen.getByRole('button', { name: 'Toon elk moment' }));
  expect(asked(fake, 'log.moments')).toEqual([{ id: 1, limit: 200 }]);
  expect(await screen.findByText(/^Van nog 11 keer/)).toBeTruthy();
});

test('ticked messages are shown without personal data before they are copied', async () => {
  const fake = await showApp('#/log');
  const grid = await screen.findByRole('grid');
  fireEvent.keyDown(grid, { key: ' ' });
  fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
  await press(await screen.findByRole('button', { name: 'Kopiëren voor helpdesk (2)' }));
  expect((await screen.findByRole('region', { name: 'Tekst voor de helpdesk' })).textContent).toContain('[naam K3F9]');
  expect(asked(fake, 'log.supportText')).toEqual([{ ids: [1, 2] }]);
});

test('a message opens the setting that it is about, with the focus there', async () => {
  await showApp('#/log');
  await press((await screen.findAllByText('14×'))[0]!);
  await press(screen.getByRole('button', { name: 'Naar de instelling' }));
  expect(window.location.hash).toBe('#/integrations/snelstart');
  const field = await screen.findByRole('textbox', { name: /Artikel voor werktijd/ });
  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('a message opens the run that it came in', async () => {
  const fake = await showApp('#/log');
  await press((await screen.findAllByText('14×'))[0]!);
  await press(screen.getByRole('button', { name: 'Synchronisatie bekijken' }));
  expect(asked(fake, 'sync.run')).toEqual([3]);
  expect(await screen.findByRole('row', { name: /Artikelen 40 1 0 1/ })).toBeTruthy();
});

test('a message about a delivery opens what became of the work order', async () => {
  const fake = await showApp('#/log');
  const rows = await screen.findAllByRole('row', { name: /Werkbon 2609/ });
  await press(rows[0]!);
  await press(screen.getByRole('button', { name: 'In de Archiefwachtrij' }));
  await waitFor(() => expect(window.location.hash).toBe('#/queue/9'));
  expect(asked(fake, 'workOrders.get')).toEqual([9]);
});
