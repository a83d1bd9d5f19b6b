import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { showApp } from '../fake/show-app';

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(() => Promise.resolve(fireEvent.click(button)));
};

describe('an integration that was deactivated', () => {
  test('goes on with one button, without the wizard', async () => {
    const fake = await showApp('#/integrations/snelstart', { stage: 'deactivated' });
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('Gedeactiveerd');
    expect(screen.queryByRole('list', { name: 'Stappen' })).toBeNull();
    await press('Opnieuw activeren');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('Actief');
    const changes = fake.calls
      .map(({ name }) => name)
      .filter((name) => /goOn|acceptTerms|wipe$|saveSettings/.test(name));
    expect(changes).toEqual(['integrations.goOn']);
  });

  test('asks to log in where the login has ended, and then goes on by itself', async () => {
    const fake = await showApp('#/integrations/inlogpakket', {
      link: 'login',
      stage: 'deactivated',
      connection: 'needs-login',
    });
    await press('Opnieuw activeren');
    expect((await screen.findByRole('alert')).textContent).toContain('niet meer aangemeld');
    await press('Aanmelden bij Inlogpakket');
    await act(() => Promise.resolve(fake.endLogin(null)));
    expect((await screen.findByRole('heading', { level: 1, name: /Actief/ })).textContent).toContain('Inlogpakket');
  });

  test('can be gone through from the first step instead', async () => {
    await showApp('#/integrations/snelstart', { stage: 'deactivated' });
    await press('Stappen doorlopen');
    const step = within(await screen.findByRole('list', { name: 'Stappen' })).getByText('Start activatie');
    expect(step.closest('[aria-current="step"]')).not.toBeNull();
  });
});

describe('a wipe', () => {
  test('of an empty Simon is told so, and asks nothing', async () => {
    await showApp('#/integrations/snelstart', { stage: 'activating', rows: 0 });
    expect(await screen.findByText(/^Simon is nog leeg: er is niets te wissen\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Wissen' })).toBeNull();
    await press('Verder');
    expect(await screen.findByLabelText('Koppel-sleutel')).toBeTruthy();
  });

  test('can be taken back on the screen that tells of it', async () => {
    const fake = await showApp('#/integrations/snelstart', { stage: 'activating' });
    await press('Wissen');
    const question = await screen.findByRole('alertdialog', { name: 'Weet u zeker dat u wilt wissen?' });
    await act(() => Promise.resolve(fireEvent.click(within(question).getByRole('button', { name: 'Wissen' }))));
    await press('Terugzetten');

    const again = await screen.findByRole('alertdialog', { name: /^Back-up van .* terugzetten\?$/ });
    await act(() => Promise.resolve(fireEvent.click(within(again).getByRole('button', { name: 'Terugzetten' }))));
    expect(await screen.findByRole('alertdialog', { name: 'De back-up is teruggezet' })).toBeTruthy();
    const changes = fake.calls.filter(({ name }) => name === 'integrations.takeBackWipe' || name === 'backups.restore');
    expect(changes.map(({ input }) => input)).toEqual([
      'snelstart',
      { name: expect.stringContaining('dagelijks') as string },
    ]);
  });
});
