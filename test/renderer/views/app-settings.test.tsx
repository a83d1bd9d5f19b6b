import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const type = (field: HTMLElement, value: string) =>
  act(() => Promise.resolve(fireEvent.change(field, { target: { value } })));
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const asked = ({ calls }: FakeApp, name: string) =>
  calls.filter((call) => call.name === name).map(({ input }) => input);
const panel = async (name: string) => within(await screen.findByRole('region', { name }));

describe('notifications', () => {
  test('can be tried, chosen by kind, and kept away in quiet hours', async () => {
    const fake = await showApp('#/settings/notifications');
    await press(await button('Proefmelding'));
    expect(asked(fake, 'app.testNotification')).toHaveLength(1);

    await press(await screen.findByRole('checkbox', { name: 'Klanten, artikelen en back-ups' }));
    await press(await screen.findByRole('switch', { name: /Stille uren/ }));
    const from = await screen.findByRole('textbox', { name: 'Van' });
    await type(from, '19:30');
    await act(() => Promise.resolve(fireEvent.blur(from)));
    await press(await screen.findByRole('checkbox', { name: 'Vrijdag' }));
    expect(asked(fake, 'app.saveSettings').at(-1)).toMatchObject({
      notificationKinds: ['link', 'work-orders'],
      quietHours: { isOn: true, fromMinute: 1_170, untilMinute: 450, quietDays: [5, 6, 7] },
    });
  });
});

describe('the network', () => {
  test('tells of each service whether it is reached, through what, and why not', async () => {
    await showApp('#/settings/network');
    await press(await button('Controleer verbinding'));
    const hosts = await screen.findByRole('list', { name: 'Bereikbaarheid' });
    const [reached, refused] = within(hosts).getAllByRole('listitem');
    expect(reached?.textContent).toMatch(/Bereikt.*b2bapi\.snelstart\.nl.*via proxy\.bedrijf\.nl:8080/);
    expect(reached?.textContent).toMatch(/Bedrijf Root CA/);
    expect(refused?.textContent).toMatch(/Niet bereikt.*vraagt om een gebruikersnaam en wachtwoord/);
  });

  test('takes an own proxy once its address is right; the password goes to the keychain only', async () => {
    const fake = await showApp('#/settings/network');
    await press(await button(/Zoals de computer Proxyserver|Proxyserver/));
    await press(await screen.findByRole('option', { name: 'Eigen adres' }));
    const form = await panel('Netwerk');
    await type(form.getByLabelText(/^Adres/), 'proxy zonder poort');
    await press(form.getByRole('button', { name: 'Opslaan' }));
    expect(await form.findByText(/Typ een naam met een poort/)).toBeTruthy();
    expect(asked(fake, 'app.saveSettings')).toEqual([]);

    await type(form.getByLabelText(/^Adres/), ' proxy.bedrijf.nl:8080 ');
    await type(form.getByLabelText(/^Gebruikersnaam/), 'simon');
    await type(form.getByLabelText(/^Wachtwoord/), 'geheim');
    await press(form.getByRole('button', { name: 'Opslaan' }));
    await waitFor(() => expect(asked(fake, 'network.savePassword')).toEqual([{ password: 'geheim' }]));
    expect(await form.findByText(/Er is een wachtwoord bewaard/)).toBeTruthy();
    const saved = asked(fake, 'app.saveSettings').at(-1);
    expect(saved).toMatchObject({ proxy: { mode: 'own', address: 'proxy.bedrijf.nl:8080', userName: 'simon' } });
    expect(JSON.stringify(saved)).not.toContain('geheim');
  });
});

test('the time between two runs says what the package allows', async () => {
  await showApp('#/settings/pace');
  expect(await screen.findByText(/SnelStart – elke 5 minuten \(vaker dan elke 5 minuten kan niet\)/)).toBeTruthy();
});

test('diagnostics are seen before they are saved', async () => {
  const fake = await showApp('#/settings/diagnostics');
  const part = await panel('Diagnose');
  expect(part.queryByRole('button', { name: 'Bewaren als zip' })).toBeNull();
  await press(part.getByRole('button', { name: 'Diagnose bekijken' }));
  expect((await part.findByRole('region', { name: 'versions.json' })).textContent).toContain('"app": "0.1.0"');
  await press(part.getByRole('button', { name: 'Bewaren als zip' }));
  expect(asked(fake, 'diagnostics.save')).toHaveLength(1);
  expect(await screen.findByText(/Bewaard als .*simon-koppel 2026-11-23\.zip/)).toBeTruthy();
});

test('licences are found by name and by licence', async () => {
  await showApp('#/settings/about');
  await press(await button('Licenties'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Licenties' }));
  expect(await dialog.findByText('2 onderdelen')).toBeTruthy();
  await type(dialog.getByRole('searchbox'), 'isc');
  expect(await dialog.findByText('1 onderdeel')).toBeTruthy();
  expect(dialog.getByText('saxes')).toBeTruthy();
});

describe('removing a company', () => {
  test('shows what goes and what was not sent, and asks for its name', async () => {
    const fake = await showApp('#/settings/companies', { companies: 'several' });
    await press(await button('Elektro Peeters BV verwijderen'));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Elektro Peeters BV verwijderen?' }));
    expect(dialog.getByText('1.250')).toBeTruthy();
    expect(dialog.getByText('3 boekstukken en PDF’s zijn nog niet verzonden')).toBeTruthy();
    const remove = dialog.getByRole('button', { name: 'Bedrijf verwijderen' });
    await press(remove);
    expect(asked(fake, 'companies.remove')).toEqual([]);

    await type(dialog.getByLabelText('Typ Elektro Peeters BV om te bevestigen'), 'elektro peeters bv');
    await press(remove);
    expect(asked(fake, 'companies.remove')).toEqual([{ id: 'c', name: 'elektro peeters bv', chooseFolder: false }]);
    expect(await screen.findByText(/De laatste back-up staat in .*dagelijks\.sqlite/)).toBeTruthy();
  });

  test('is impossible while something is being sent', async () => {
    await showApp('#/settings/companies', { companies: 'several' });
    await press(await button('Jansen Installatietechniek B.V. verwijderen'));
    expect(await screen.findByText(/Er wordt nu een werkbon van Jansen/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Bedrijf verwijderen' })).toBeNull();
  });

  test('is not offered for the only one', async () => {
    await showApp('#/settings/companies', { companies: 'one' });
    await button('Bedrijf toevoegen');
    expect(screen.queryByRole('button', { name: /verwijderen$/ })).toBeNull();
  });
});
