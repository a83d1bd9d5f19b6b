import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

test.each([
  ['#/customers', 'Klanten', 'Nog geen klanten'],
  ['#/articles', 'Artikelen', 'Nog geen artikelen'],
])('%s with nothing in it says what comes there and leads to the link', async (hash, name, title) => {
  await showApp(hash, { rows: 0, stage: 'available' });
  const main = within(screen.getByRole('main', { name }));
  expect(await main.findByRole('heading', { name: title })).toBeTruthy();
  fireEvent.click(main.getByRole('button', { name: 'Naar Integraties' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Integraties' })).toBeTruthy();
});
