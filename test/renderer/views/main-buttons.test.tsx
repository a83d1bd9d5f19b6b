/** At most one button of a screen stands out: what the office most likely does next. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import buttonStyles from '../../../renderer/ui/Button.module.css';
import type { Scenario } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const standOut = (): readonly string[] =>
  [...document.querySelectorAll(`.${buttonStyles.primary}, .${buttonStyles.danger}`)].map(
    (button) => button.textContent,
  );

const SCREENS: readonly (readonly [main: string, hash: string, scenario: Partial<Scenario>])[] = [
  ['Naar de integratie', '#/overview', {}],
  ['Verder met SnelStart activeren', '#/overview', { stage: 'activating' }],
  ['Naar de integratie', '#/overview', { loginEnds: 'not-used' }],
  ['Nieuwe werkbon', '#/work-orders', {}],
  ['Nieuwe werkbon', '#/work-orders', { rows: 0 }],
  ['Nieuwe werkbon', '#/work-orders', { connection: 'needs-login' }],
  ['Alles archiveren', '#/work-orders/ready', {}],
  ['Archiveren', '#/work-orders/1', {}],
  ['Gereed melden', '#/work-orders/2', {}],
  ['Bestand kiezen', '#/work-orders/import', {}],
  ['Nieuwe werkbon', '#/customers/1', {}],
  ['Nieuw formulier', '#/forms', {}],
  ['Opslaan', '#/forms/new', {}],
  ['Klant kiezen…', '#/queue/1', {}],
  ['Verder met activeren', '#/integrations', { stage: 'activating' }],
  ['Opnieuw activeren', '#/integrations', { stage: 'deactivated' }],
  ['Start activatie', '#/integrations/snelstart', { stage: 'available' }],
  ['Wissen', '#/integrations/snelstart', { stage: 'activating' }],
  ['Check in SnelStart', '#/integrations/snelstart', { stage: 'linking' }],
  ['Controleer alles', '#/integrations/snelstart', { stage: 'linked' }],
  ['Nu synchroniseren…', '#/integrations/snelstart', {}],
  ['Check in SnelStart', '#/integrations/snelstart', { connection: 'needs-login' }],
  ['Opnieuw activeren', '#/integrations/snelstart', { stage: 'deactivated' }],
];

test.each(SCREENS)('%s at %s %o', async (main, hash, scenario) => {
  await showApp(hash, scenario);
  await waitFor(() => expect(standOut()).toEqual([main]));
});

test('with work orders ticked, archiving those is what stands out', async () => {
  await showApp('#/work-orders/ready');
  fireEvent.keyDown(await screen.findByRole('grid', { name: 'Werkbonnen' }), { key: ' ' });
  await waitFor(() => expect(standOut()).toEqual(['1 werkbon archiveren']));
});

test('once the link is made, going on stands out rather than making it again', async () => {
  await showApp('#/integrations/snelstart', { stage: 'linked' });
  fireEvent.click(await screen.findByRole('button', { name: 'Terug' }));
  await waitFor(() => expect(standOut()).toEqual(['Verder']));
  expect(screen.getByRole('button', { name: 'Check in SnelStart' })).toBeTruthy();
});
