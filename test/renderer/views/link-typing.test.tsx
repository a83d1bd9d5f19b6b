import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { loginPackage } from '../fake/login-package';
import { showApp } from '../fake/show-app';

const WIZARD = `#/integrations/${loginPackage.id}`;

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(() => Promise.resolve(fireEvent.click(button)));
};
const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

describe('what was typed to make a link', () => {
  test('is there again after the app was killed; of a secret only that it is asked again', async () => {
    await showApp(WIZARD, { link: 'login', stage: 'linking' });
    await type('Client-id', 'mijn-app');
    await type('Client-secret', 'zeer-geheim');
    cleanup();
    expect(JSON.stringify({ ...localStorage })).not.toContain('zeer-geheim');

    await showApp(WIZARD, { link: 'login', stage: 'linking' });
    expect(await screen.findByLabelText('Client-id')).toHaveProperty('value', 'mijn-app');
    expect(screen.getByLabelText('Client-secret')).toHaveProperty('value', '');
    expect(screen.getByText('U was hier al mee bezig')).toBeTruthy();
    await type('Client-secret', 'zeer-geheim');
    expect(screen.queryByText('U was hier al mee bezig'), 'it is there now').toBeNull();
  });

  test('begins in the first field that asks for something', async () => {
    await showApp('#/integrations/snelstart', { stage: 'linking' });
    const first = await screen.findByLabelText('Abonnementssleutel');
    await waitFor(() => expect(document.activeElement).toBe(first));
  });

  test('is forgotten once the link is made', async () => {
    const fake = await showApp(WIZARD, { link: 'login', stage: 'linking' });
    await type('Client-id', 'mijn-app');
    await press('Aanmelden bij Inlogpakket');
    await act(() => Promise.resolve(fake.endLogin(null)));
    await screen.findByRole('group', { name: 'Administratie' });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test('tells beside a field where its value is found', async () => {
    await showApp('#/integrations/snelstart', { stage: 'linking' });
    const field = (await screen.findByLabelText('Koppel-sleutel')).closest('div')?.parentElement;
    const steps = field?.querySelector('details');
    expect(steps?.open).toBe(false);
    expect(steps?.textContent).toContain('Waar vind ik dit?');
    expect(steps?.textContent).toContain('Kopieer sleutel naar klembord');
  });

  test('can let an optional secret go that was kept, and take that back', async () => {
    const fake = await showApp(WIZARD, { link: 'login', connection: 'needs-login' });
    await press('Registratie wijzigen');
    await press('Client-secret leegmaken');
    expect(screen.getByText(/Wordt leeggemaakt als u koppelt/)).toBeTruthy();
    await press('Client-secret toch bewaren');
    expect(screen.queryByText(/Wordt leeggemaakt/)).toBeNull();
    await press('Client-secret leegmaken');
    await press('Aanmelden bij Inlogpakket');
    const login = fake.calls.find(({ name }) => name === 'integrations.login');
    expect(login?.input).toEqual({ package: loginPackage.id, credentials: { clientSecret: '' } });
  });
});
