import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useIntegrationsStore } from '../../../renderer/views/integrations/integrations-store';
import { goToSetting } from '../../../renderer/views/package-settings/setting-place';
import { pretendLayout, showApp } from '../fake/show-app';

pretendLayout();

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const row = (label: string) => screen.findByRole('group', { name: label });
const open = async (scenario: Parameters<typeof showApp>[1] = {}) => {
  const fake = await showApp('#/integrations/snelstart', { stage: 'active', ...scenario });
  fireEvent.click(await screen.findByRole('button', { name: 'Wijzig' }));
  await row('Artikel voor werktijd');
  return fake;
};
const fill = (field: HTMLElement, value: string) =>
  act(() => Promise.resolve(fireEvent.change(field, { target: { value } })));
const type = async (label: string, text: string) =>
  fill(within(await row(label)).getByRole('textbox', { name: label }), text);

describe('a setting that was changed', () => {
  test('tells what it was, and can be put back by itself', async () => {
    await open();
    await type('Filterwoord werkbonnen', 'Garantie');
    const field = await row('Filterwoord werkbonnen');
    expect(within(field).getByText('Gewijzigd, was: leeg')).toBeTruthy();
    expect(screen.getByText('1 wijziging, nog niet opgeslagen')).toBeTruthy();

    await press(within(field).getByRole('button', { name: 'Wijziging van Filterwoord werkbonnen ongedaan maken' }));
    expect(within(field).queryByText(/Gewijzigd/)).toBeNull();
    const input = within(field).getByRole<HTMLInputElement>('textbox', { name: 'Filterwoord werkbonnen' });
    expect(input.value).toBe('');
    expect(document.activeElement, 'the keyboard stays at the setting').toBe(input);
  });

  test('Controleer says what was found and when, and a wrong one can be gone to', async () => {
    await open();
    await type('Artikel voor werktijd', 'FOUT');
    await press(screen.getByText('Controleer alles'));
    const wrong = await screen.findByText(/^Gecontroleerd om .*: Artikel ‘FOUT’ bestaat niet in SnelStart\./);
    expect(within(await row('Artikel voor werktijd')).getByText(wrong.textContent ?? '')).toBeTruthy();
    expect(screen.getAllByText(/^Gecontroleerd om \d{2}:\d{2}: In orde\.$/).length).toBeGreaterThan(0);

    const ways = (await screen.findByText('Niet in orde:')).parentElement ?? document.body;
    await press(within(ways).getByText('Artikel voor werktijd'));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Artikel voor werktijd' }));
  });
});

describe('the filter word', () => {
  test('is tried on what one types, and on the work orders there are', async () => {
    const fake = await open();
    const holding = fake.packageSettings.works.filter(({ description }) => /ketel/i.test(description)).length;
    await type('Filterwoord werkbonnen', ' KETEL ');
    const tester = await screen.findByRole('region', { name: 'Probeer dit filterwoord' });
    await fill(within(tester).getByRole('textbox', { name: 'Omschrijving' }), 'De cv-ketel lekt');
    expect(within(tester).getByRole('status').textContent).toBe(
      'Wordt niet verzonden: ‘KETEL’ staat in de omschrijving.',
    );
    await fill(within(tester).getByRole('textbox', { name: 'Omschrijving' }), 'Kraan lekt');
    expect(within(tester).getByRole('status').textContent).toBe(
      'Wordt verzonden: ‘KETEL’ staat niet in de omschrijving.',
    );
    await within(tester).findByText(new RegExp(`^${holding} van de ${fake.packageSettings.works.length} werkbonnen`));
  });
});

describe('the example', () => {
  test('follows what stands on screen', async () => {
    const fake = await open();
    const [work] = fake.packageSettings.works;
    await screen.findByText('Totaal excl. btw');
    await type('Filterwoord werkbonnen', work?.description.split(' ')[0] ?? '');
    await screen.findByText('Met deze instellingen wordt de werkbon niet verzonden');
    expect(screen.queryByText('Totaal excl. btw')).toBeNull();
    await press(screen.getByRole('button', { name: 'Naar de instelling' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Filterwoord werkbonnen' }));
  });
});

describe('the example before there is a work order', () => {
  test('names an article that is still to come, and not one that does not exist', async () => {
    await open({ rows: 0 });
    await type('Artikel voor werktijd', 'FOUT');
    await screen.findByText(/^Artikel FOUT is nog niet opgehaald/);
    await press(screen.getByText('Controleer alles'));
    await screen.findByText(/: Artikel ‘FOUT’ bestaat niet in SnelStart\./);
    expect(screen.queryByText(/^Artikel FOUT is nog niet opgehaald/)).toBeNull();
  });
});

describe('the history', () => {
  test('tells each version in words; putting one back fills the form and saves nothing', async () => {
    const fake = await open();
    fake.packageSettings.keep({ exclusionWord: 'Garantie' }, [
      {
        key: 'exclusionWord',
        label: { nl: 'Filterwoord werkbonnen', en: 'Filter word' },
        from: { nl: 'leeg', en: 'empty' },
        to: { nl: 'Garantie', en: 'Garantie' },
      },
    ]);
    await press(screen.getByRole('tab', { name: 'Geschiedenis' }));
    await screen.findByText('Filterwoord werkbonnen: Garantie (was: leeg)');
    expect(screen.getByText(/, door petra$/)).toBeTruthy();

    await press(screen.getByRole('button', { name: 'Versie 1 terugzetten' }));
    await screen.findByText('1 instelling staat weer zoals in versie 1. Controleer alles en sla op.');
    const input = within(await row('Filterwoord werkbonnen')).getByRole<HTMLInputElement>('textbox', {
      name: 'Filterwoord werkbonnen',
    });
    expect(input.value).toBe('Garantie');
    expect(screen.getByRole('button', { name: 'Opslaan' }).hasAttribute('disabled')).toBe(true);
    expect(fake.calls.some(({ name }) => name === 'integrations.saveSettings')).toBe(false);
  });
});

describe('what was changed and not saved', () => {
  const filterWord = async () =>
    within(await row('Filterwoord werkbonnen')).getByRole<HTMLInputElement>('textbox', {
      name: 'Filterwoord werkbonnen',
    }).value;

  const again = async () => {
    cleanup();
    useIntegrationsStore.getState().edit(null);
    return open();
  };

  test('is there again after the app ended, and can be thrown away', async () => {
    await open();
    await type('Filterwoord werkbonnen', 'Garantie');
    await again();
    expect(await filterWord()).toBe('Garantie');
    expect(screen.getByText('U was hier al mee bezig')).toBeTruthy();
    expect(screen.getByText('Gewijzigd, was: leeg')).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Wijzigingen weggooien' }));
    expect(await filterWord()).toBe('');
    expect(screen.queryByText('U was hier al mee bezig')).toBeNull();
    await again();
    expect(await filterWord()).toBe('');
  });

  test('is there again after another screen, and is forgotten once it is saved', async () => {
    await open();
    await type('Filterwoord werkbonnen', 'Garantie');
    await press(screen.getByRole('button', { name: 'Terug' }));
    await press(await screen.findByRole('button', { name: 'Wijzig' }));
    expect(await filterWord()).toBe('Garantie');
    await press(screen.getByText('Controleer alles'));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Opslaan' }).hasAttribute('disabled')).toBe(false));
    await press(screen.getByRole('button', { name: 'Opslaan' }));
    await screen.findByRole('button', { name: 'Wijzig' });
    expect(Object.keys(localStorage)).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('a screen that takes the place of another goes on at its title', async () => {
    await showApp('#/integrations/snelstart', { stage: 'active' });
    const change = await screen.findByRole('button', { name: 'Wijzig' });
    act(() => change.focus());
    await press(change);
    await row('Artikel voor werktijd');
    const title = screen.getByRole('heading', { level: 1, name: /^Instellingen van SnelStart/ });
    expect(document.activeElement).toBe(title);

    const back = screen.getByRole('button', { name: 'Terug' });
    act(() => back.focus());
    await press(back);
    expect(document.activeElement).toBe(await screen.findByRole('heading', { level: 1, name: /Actief/ }));
  });

  test('names are typed one after the other, and taken away, without the focus leaving their field', async () => {
    await open();
    const groups = within(await row('Artikelgroepen overhalen'));
    const input = groups.getByRole<HTMLInputElement>('textbox', { name: 'Artikelgroepen overhalen' });
    await fill(input, 'Diensten');
    const add = groups.getByRole('button', { name: 'Toevoegen' });
    act(() => add.focus());
    await press(add);
    expect(document.activeElement).toBe(input);
    const away = groups.getByRole('button', { name: 'Diensten weghalen' });
    act(() => away.focus());
    await press(away);
    expect(groups.queryByText('Diensten')).toBeNull();
    expect(document.activeElement).toBe(input);
  });
});

describe('a way to a setting', () => {
  test('opens the form with the focus on it, also where another setting hides it', async () => {
    await showApp('#/overview', { stage: 'active' });
    goToSetting('snelstart', 'paymentReference');
    const chosen = await row('Betalingskenmerk');
    await waitFor(() => expect(chosen.contains(document.activeElement)).toBe(true));
    goToSetting('snelstart', 'pullOrdersFilterWord');
    const decider = await row('Haal verkooporders over als werkbon');
    await waitFor(() => expect(decider.contains(document.activeElement)).toBe(true));
  });
});
