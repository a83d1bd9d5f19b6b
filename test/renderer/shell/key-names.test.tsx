import { screen } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

test('what a key does on a work order names that key for screen readers', async () => {
  await showApp('#/work-orders/1');
  const keysOf = (role: string, name: string | RegExp) =>
    screen.getByRole(role, { name }).getAttribute('aria-keyshortcuts');
  // Below the first screenful, which is drawn first.
  await screen.findByRole('combobox', { name: 'Artikel toevoegen' });
  expect(keysOf('combobox', /^Klant/)).toBe('Alt+K');
  expect(keysOf('combobox', 'Artikel toevoegen')).toBe('Alt+A');
  expect(keysOf('combobox', 'Formulier toevoegen')).toBe('Alt+F');
  expect(keysOf('button', 'Werktijd')).toBe('Alt+W');
  expect(keysOf('button', 'Reistijd')).toBe('Alt+R');
  expect(keysOf('button', 'Ongedaan maken')).toBe('Control+Z');
  expect(keysOf('button', 'Archiveren')).toBe('Control+Enter');
  expect(keysOf('button', 'Sneltoetsen')).toBe('F1 Shift+?');
});
