import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../preload/contract/model';
import type { FakeApp } from '../fake/fake-app';
import { LOGIN_PAGE, loginPackage, PRACTICE_REGISTRATION } from '../fake/login-package';
import { showApp } from '../fake/show-app';

const WIZARD = `#/integrations/${loginPackage.id}`;
const LOG_IN = 'Aanmelden bij Inlogpakket';

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(() => Promise.resolve(fireEvent.click(button)));
};
const waiting = () => screen.findByRole('region', { name: 'Meld u aan in uw browser' });
const calls = (fake: FakeApp, name: string) => fake.calls.filter((call) => call.name === `integrations.${name}`);
const end = (fake: FakeApp, problem: Problem | null) => act(() => Promise.resolve(fake.endLogin(problem)));

const denied: Problem = {
  kind: 'needs-login',
  code: 'login-denied',
  params: {},
};

describe('logging in from the wizard', () => {
  test('sends the registration, shows the page to copy, and goes on by itself', async () => {
    const fake = await showApp(WIZARD, { link: 'login', stage: 'linking' });
    await press('Oefengegevens invullen');
    await press(LOG_IN);
    expect(calls(fake, 'login')[0]?.input).toEqual({ package: loginPackage.id, credentials: PRACTICE_REGISTRATION });

    const panel = await waiting();
    expect(document.activeElement, 'the button that had the focus is gone').toBe(panel);
    expect(within(panel).getByRole('status').textContent).toContain('In uw browser staat de aanmeldpagina');
    expect(within(panel).getByLabelText('Adres van de aanmeldpagina')).toHaveProperty('value', LOGIN_PAGE);

    await end(fake, null);
    expect(await screen.findByRole('group', { name: 'Administratie' })).toBeTruthy();
  });

  test('a refusal is told in words, and what was typed is still there', async () => {
    const fake = await showApp(WIZARD, { link: 'login', stage: 'linking' });
    fireEvent.change(await screen.findByLabelText('Client-id'), { target: { value: ' mijn-app ' } });
    await press(LOG_IN);
    await waiting();
    await end(fake, denied);
    expect((await screen.findByRole('alert')).textContent).toContain('De aanmelding is geweigerd');
    expect(screen.getByLabelText('Client-id')).toHaveProperty('value', ' mijn-app ');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: LOG_IN }));

    await press(LOG_IN);
    expect(calls(fake, 'login')[1]?.input).toMatchObject({ credentials: { clientId: 'mijn-app' } });
    expect(screen.queryByRole('alert'), 'an old refusal says nothing of the new login').toBeNull();
  });

  test('cancelling goes back without a message', async () => {
    const fake = await showApp(WIZARD, { link: 'login', stage: 'linking' });
    await press(LOG_IN);
    await waiting();
    await press('Annuleren');
    expect(calls(fake, 'loginCancel')[0]?.input).toBe(loginPackage.id);
    expect(await screen.findByRole('button', { name: LOG_IN })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('the browser can be opened again, and the last page counts', async () => {
    const fake = await showApp(WIZARD, { link: 'login', stage: 'linking' });
    await press('Oefengegevens invullen');
    await press(LOG_IN);
    await waiting();
    await press('Browser opnieuw openen');
    expect(calls(fake, 'login').map(({ input }) => input)).toEqual([
      { package: loginPackage.id, credentials: PRACTICE_REGISTRATION },
      { package: loginPackage.id, credentials: PRACTICE_REGISTRATION },
    ]);
    expect(await waiting(), 'the first one was cancelled by the second').toBeTruthy();
    await end(fake, null);
    expect(await screen.findByRole('group', { name: 'Administratie' })).toBeTruthy();
  });

  test('an address that was copied from the browser does as well', async () => {
    const fake = await showApp(WIZARD, { link: 'login', stage: 'linking' });
    await press(LOG_IN);
    const panel = await waiting();
    const field = within(panel).getByLabelText('Adres waarop uw browser uitkwam');
    expect(within(panel).getByRole('button', { name: 'Verder' })).toHaveProperty('disabled', true);

    fireEvent.change(field, { target: { value: LOGIN_PAGE } });
    await press('Verder');
    expect((await within(panel).findByRole('alert')).textContent).toContain('hoort niet bij deze aanmelding');
    const address = 'https://koppel.example/terug?code=abc&state=9Xk2';
    fireEvent.change(field, { target: { value: address } });
    await press('Verder');
    expect(calls(fake, 'loginAnswer').at(-1)?.input).toEqual({ package: loginPackage.id, address });
    expect(await screen.findByRole('group', { name: 'Administratie' })).toBeTruthy();
  });

  test('goes on while another screen shows, and tells there was a refusal on coming back', async () => {
    const fake = await showApp(WIZARD, { link: 'login', stage: 'linking' });
    await press(LOG_IN);
    await waiting();
    const go = (hash: string) =>
      act(() => {
        window.location.hash = hash;
        window.dispatchEvent(new HashChangeEvent('hashchange'));
      });
    go('#/settings');
    await screen.findByRole('heading', { name: 'Instellingen' });
    go(WIZARD);
    expect(within(await waiting()).getByLabelText('Adres van de aanmeldpagina')).toHaveProperty('value', LOGIN_PAGE);
    go('#/settings');
    await end(fake, denied);
    go(WIZARD);
    expect((await screen.findByRole('alert')).textContent).toContain('De aanmelding is geweigerd');
  });
});

describe('logging in again', () => {
  test('one message and one button lead there; the registration is out of the way', async () => {
    const fake = await showApp('#/overview', { link: 'login', connection: 'needs-login' });
    expect(await screen.findAllByRole('alert')).toHaveLength(1);
    await press('Opnieuw koppelen');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await screen.findByRole('button', { name: LOG_IN });
    expect(screen.queryByRole('button', { name: 'Opnieuw koppelen' }), 'this is the place').toBeNull();
    expect(screen.queryByLabelText('Client-id')).toBeNull();
    await press(LOG_IN);
    expect(calls(fake, 'login')[0]?.input).toEqual({ package: loginPackage.id, credentials: {} });
  });

  test('IT can enter another registration; secrets that are kept show as such only', async () => {
    const fake = await showApp(WIZARD, { link: 'login', connection: 'needs-login' });
    await press('Registratie wijzigen');
    const secret = await screen.findByLabelText('Client-secret');
    expect(secret).toHaveProperty('type', 'password');
    expect(secret).toHaveProperty('value', '');
    expect(screen.getAllByText(/Is al ingevuld en veilig bewaard/)).toHaveLength(1);
    const address = screen.getByLabelText('Terugkeeradres');
    expect(address).toHaveProperty('value', PRACTICE_REGISTRATION.redirectUri);
    fireEvent.change(address, { target: { value: 'http://127.0.0.1:8765/terug' } });
    await press(LOG_IN);
    expect(calls(fake, 'login')[0]?.input, 'only what was changed').toEqual({
      package: loginPackage.id,
      credentials: { redirectUri: 'http://127.0.0.1:8765/terug' },
    });
  });
});
