/** A list with nothing in it says what comes there and leads to what fills it; one that is filtered empty shows all again. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { Scenario } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const EMPTY: readonly (readonly [at: string, scenario: Partial<Scenario>, title: string, step: string, to: string])[] =
  [
    ['#/customers', { stage: 'available' }, 'Nog geen klanten', 'Naar Integraties', '#/integrations'],
    ['#/articles', { stage: 'available' }, 'Nog geen artikelen', 'Naar Integraties', '#/integrations'],
    ['#/work-orders', { stage: 'available' }, 'Nog geen werkbonnen', 'Naar Integraties', '#/integrations'],
    ['#/log', { stage: 'available' }, 'Nog geen berichten', 'Naar Integraties', '#/integrations'],
    ['#/log/runs', { stage: 'available' }, 'Nog geen synchronisaties', 'Naar Integraties', '#/integrations'],
    ['#/customers', {}, 'Nog geen klanten', 'Naar de integratie', '#/integrations/snelstart'],
    ['#/articles', {}, 'Nog geen artikelen', 'Naar de integratie', '#/integrations/snelstart'],
    ['#/queue', {}, 'Hier staat niets', 'Gereed gemelde werkbonnen tonen', '#/work-orders/ready'],
    ['#/forms', {}, 'Nog geen formulieren', 'Nieuw formulier', '#/forms/new'],
  ];

test.each(EMPTY)('%s %o: %s, %s', async (at, scenario, title, step, to) => {
  await showApp(at, { rows: 0, ...scenario });
  const main = within(await screen.findByRole('main'));
  expect(await main.findByRole('heading', { name: title })).toBeTruthy();
  fireEvent.click(main.getByRole('button', { name: step }));
  await waitFor(() => expect(window.location.hash).toBe(to));
});

test.each([
  ['archived', 'Gereed gemelde werkbonnen tonen', 'Niets gereed gemeld'],
  ['ready', 'Geplande werkbonnen tonen', 'Geen geplande werkbonnen'],
])('an empty box of work orders (%s) leads to the one before it', async (box, step, title) => {
  await showApp(`#/work-orders/${box}`, { rows: 0 });
  fireEvent.click(await screen.findByRole('button', { name: step }));
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
});

test.each([
  ['#/work-orders', 'Zoekveld leegmaken'],
  ['#/customers', 'Zoekveld leegmaken'],
  ['#/queue', 'Zoekveld leegmaken'],
  ['#/log', 'Alles tonen'],
])('%s: where nothing is found, one button shows everything again', async (at, clear) => {
  await showApp(at);
  const main = within(await screen.findByRole('main'));
  const rows = () => main.getAllByRole('row').length;
  await waitFor(() => expect(rows()).toBeGreaterThan(2));
  fireEvent.change(main.getByRole('searchbox'), { target: { value: 'qqq' } });
  const nothing = (await main.findByRole('heading', { name: 'Niets gevonden' })).parentElement;
  if (nothing === null) throw new Error('Nothing around the heading');
  fireEvent.click(within(nothing).getByRole('button', { name: clear }));
  await waitFor(() => expect(rows()).toBeGreaterThan(2));
  expect(main.getByRole('searchbox')).toHaveProperty('value', '');
});
