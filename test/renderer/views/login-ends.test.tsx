import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showApp } from '../fake/show-app';

test('a login that is about to end stands on the overview, with why and one button that leads to logging in', async () => {
  await showApp('#/overview', { rows: 0, link: 'login', loginEnds: 'paused' });
  expect(
    await screen.findByText(/^De aanmelding bij Inlogpakket eindigt op|^De aanmelding bij Inlogpakket is op/),
  ).toBeTruthy();
  expect(screen.getByText(/^U hebt de koppeling gepauzeerd\. Daardoor/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'De aanmelding eindigt bijna' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Opnieuw aanmelden' }));
  expect(await screen.findByRole('button', { name: 'Aanmelden bij Inlogpakket' })).toBeTruthy();
});

test('the page of the link tells since when the login is there, and until when it lasts', async () => {
  await showApp('#/integrations/inlogpakket', { link: 'login' });
  expect(await screen.findByText('Aangemeld sinds')).toBeTruthy();
  expect(screen.getByText(/^Tot .* elke keer dat Simon de koppeling gebruikt/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Aanmelden bij Inlogpakket' })).toBeNull();
});
