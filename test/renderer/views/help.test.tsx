import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { VIEWS } from '../../../preload/contract/events';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const helpButton = () => screen.findByRole('button', { name: 'Hulp bij dit scherm' });

describe('the explanation of a screen', () => {
  test.each(VIEWS)('is there on %s', async (view) => {
    await showApp(`#/${view}`, { stage: 'active' });
    await press(await helpButton());
    expect(screen.getByRole('button', { name: 'Verder in de handleiding' })).toBeTruthy();
  });

  test('stays as it was left, on its own screen only', async () => {
    await showApp('#/queue');
    await press(await helpButton());
    expect(screen.getByText(/^Wat er na Archiveren gebeurt/)).toBeTruthy();
    await act(() => Promise.resolve((window.location.hash = '#/customers')));
    await screen.findByRole('heading', { level: 1, name: 'Klanten' });
    expect((await helpButton()).getAttribute('aria-expanded')).toBe('false');
    await act(() => Promise.resolve((window.location.hash = '#/queue')));
    await screen.findByRole('heading', { level: 1, name: 'Archiefwachtrij' });
    expect(screen.getByText(/^Wat er na Archiveren gebeurt/)).toBeTruthy();
    await press(await helpButton());
    expect(screen.queryByText(/^Wat er na Archiveren gebeurt/)).toBeNull();
  });

  test('goes on in the guide, where links and the list of pages lead to its other pages', async () => {
    await showApp('#/overview', { language: 'en' });
    await press(await screen.findByRole('button', { name: 'Help with this screen' }));
    await press(screen.getByRole('button', { name: 'More in the guide' }));
    const guide = await screen.findByRole('dialog', { name: 'Overview and lists' });
    expect(await within(guide).findByText('The guide is in Dutch.')).toBeTruthy();
    expect(within(guide).getByText('Wat u het eerst ziet').closest('[lang]')?.getAttribute('lang')).toBe('nl');
  });
});

describe('the first steps', () => {
  test('show what was done and lead to what comes next, in the practice administration alone', async () => {
    await showApp('#/overview', { companies: 'practice' });
    const steps = await screen.findByRole('region', { name: 'Eerste stappen' });
    expect(within(steps).getByText('2 van 8 gedaan')).toBeTruthy();
    expect(within(steps).getByRole('link', { name: 'Koppelen (gedaan)' })).toBeTruthy();
    expect(within(steps).getByRole('link', { current: 'step' }).textContent).toBe('Synchroniseren');
    await press(within(steps).getByRole('button', { name: 'Naar de integratie' }));
    expect(window.location.hash).toBe('#/integrations/snelstart');
  });

  test('are not there in a company', async () => {
    await showApp('#/overview', { companies: 'one' });
    await screen.findByRole('region', { name: 'Koppeling' });
    expect(screen.queryByRole('region', { name: 'Eerste stappen' })).toBeNull();
  });

  test('are put away and brought back from the explanation', async () => {
    await showApp('#/overview', { companies: 'practice' });
    await press(await screen.findByRole('button', { name: 'Eerste stappen verbergen' }));
    expect(screen.queryByRole('region', { name: 'Eerste stappen' })).toBeNull();
    await press(await helpButton());
    await press(screen.getByRole('button', { name: 'Eerste stappen tonen' }));
    expect(screen.getByRole('region', { name: 'Eerste stappen' })).toBeTruthy();
  });
});
