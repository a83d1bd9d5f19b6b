import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator, type EBoekhoudenBooks } from '../../connectors/e-boekhouden/simulator';
import type { RunningSimulator } from '../../connectors/_kit/simulator/contract';
import { ask } from './bridge';
import { COMPANY_NAME, expect, test as base } from './fixtures';
import { archive, queueRow, readyWorkOrder } from './office';
import { picture, setSize } from './screen-shots';
import { chooseCompany, companyButton } from './screens/companies';
import { goTo, rowWith } from './screens/frame';

const OTHER_NAME = 'Dakdekkersbedrijf Van der Meulen en Zonen, vestiging ’s-Hertogenbosch';

interface Fixtures {
  /** The administration of the second company, at another package. */
  readonly eBoekhouden: RunningSimulator<EBoekhoudenBooks>;
  /** Links both companies on the command line, each under its own name. */
  readonly linkBoth: () => Promise<void>;
}

const test = base.extend<Fixtures>({
  eBoekhouden: async ({ snelstart, place, scratch }, use) => {
    const simulator = await startSimulator({ seed: 7, books: 'small' });
    expect(place).toContain(join(scratch, 'endpoints.json'));
    writeFileSync(
      join(scratch, 'endpoints.json'),
      JSON.stringify({ snelstart: snelstart.endpoints, 'e-boekhouden': simulator.endpoints }),
    );
    await use(simulator);
    await simulator.close();
  },
  linkBoth: async ({ activate, koppel, eBoekhouden }, use) => {
    await use(async () => {
      expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
      const { credentials, registration } = eBoekhouden;
      const settings = { workArticle: 'ARBEID', template: 'Standaard factuur' };
      const request = { package: 'e-boekhouden', company: OTHER_NAME, credentials, registration, settings };
      const other = await koppel('activate', [], request);
      expect(other.exitCode, other.stderr).toBe(0);
    });
  },
});
test.setTimeout(150_000);

test('the command line makes, names, lists and chooses companies', async ({
  koppel,
  activate,
  activation,
  linkBoth,
  snelstart,
  eBoekhouden,
}) => {
  snelstart.control.books.addCustomer({ name: 'Alleen bij De Vries' });
  const wrongKey = { ...activation(), credentials: { koppelsleutel: 'geen-sleutel' } };
  expect((await koppel('activate', [], wrongKey)).exitCode).toBe(3);
  expect((await activate({ workArticle: 'BESTAATNIET' })).exitCode).toBe(3);
  expect(await koppel('companies'), 'a refused activation names nothing').toMatchObject({
    exitCode: 0,
    json: { total: 1, rows: [{ id: 'main', name: 'Mijn bedrijf', package: null }] },
  });

  await linkBoth();
  const { json } = await koppel('companies');
  expect(json).toMatchObject({
    total: 2,
    rows: [
      { id: 'main', name: COMPANY_NAME, package: 'snelstart', administration: 'Koppelaar Installatietechniek' },
      { name: OTHER_NAME, package: 'e-boekhouden' },
    ],
  });
  const names = async (...args: string[]) => {
    const listed = (await koppel('customers', args)).json.rows as readonly { readonly name: string }[];
    return listed.map(({ name }) => name);
  };
  expect(await names()).toContain('Alleen bij De Vries');
  expect(await names('--company', OTHER_NAME.toUpperCase())).not.toContain('Alleen bij De Vries');
  expect(eBoekhouden.control.requests().length).toBeGreaterThan(0);

  const unknown = await koppel('status', ['--company', 'Bestaat niet']);
  expect(unknown).toMatchObject({ exitCode: 2, json: { error: { code: 'company-unknown' } } });
  expect(unknown.stderr).toContain(OTHER_NAME);
  const copy = await koppel('activate', [], { ...activation(), company: 'Kopie' });
  expect(copy).toMatchObject({ exitCode: 3, json: { error: { code: 'administration-in-use' } } });
  expect(copy.stderr).toContain(COMPANY_NAME);
  expect(await koppel('companies', ['add', 'Kopie'])).toMatchObject({ exitCode: 2 });
  expect(await koppel('companies', ['add', 'Elektro Peeters'])).toMatchObject({
    exitCode: 0,
    json: { name: 'Elektro Peeters' },
  });
});

test('each company has its own page, and all of them work on', async ({ openApp, linkBoth, snelstart }) => {
  snelstart.control.books.addCustomer({ name: 'Alleen bij De Vries' });
  await linkBoth();
  const { app, window } = await openApp();
  await setSize(app);
  await goTo(window, 'Klanten');
  await expect(rowWith(window, 'Klanten', 'Alleen bij De Vries')).toBeVisible();

  // What was archived arrives, although its company does not show any more.
  const workOrder = await readyWorkOrder(window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  snelstart.control.fault({
    kind: 'rate-limited',
    retryAfterSeconds: 3,
    match: { method: 'POST', path: '/verkooporders' },
  });
  await archive(window, workOrder);
  await companyButton(window, COMPANY_NAME).click();
  await picture(window, 'nl-companies-menu');
  await window.getByRole('menuitemradio', { name: OTHER_NAME }).click();
  await companyButton(window, OTHER_NAME).waitFor();
  await expect(window.getByRole('heading', { level: 1, name: 'Klanten' }), 'the screen stays').toBeVisible();
  await expect(window.getByRole('grid', { name: 'Klanten' }).getByRole('row')).not.toHaveCount(0);
  await expect(rowWith(window, 'Klanten', 'Alleen bij De Vries')).toHaveCount(0);
  await expect(window).toHaveTitle(`${OTHER_NAME} – Simon Koppel`);
  await picture(window, 'nl-companies-other');
  await expect.poll(() => snelstart.control.documents().length, { timeout: 30_000 }).toBe(1);

  await chooseCompany(window, OTHER_NAME, COMPANY_NAME);
  expect(await queueRow(window, workOrder)).toMatchObject({ state: 'booked' });
});

test('a company is added, named and remembered', async ({ openApp, activate }) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const first = await openApp();
  await setSize(first.app);
  const { window } = first;
  await companyButton(window, COMPANY_NAME).press('Enter');
  await window.getByRole('menuitem', { name: 'Bedrijf toevoegen…' }).press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Bedrijf toevoegen' });
  await window.keyboard.type('Elektro Peeters');
  await picture(window, 'nl-companies-add');
  await window.keyboard.press('Enter');
  await companyButton(window, 'Elektro Peeters').waitFor();
  await expect(dialog).toHaveCount(0);
  await expect(window.getByRole('status').filter({ hasText: 'Niet gekoppeld' })).toBeVisible();
  expect((await ask(window, 'customers:list', { offset: 0, limit: 1 })).total).toBe(0);

  await goTo(window, 'Instellingen');
  await window.getByRole('button', { name: 'Naam van Elektro Peeters wijzigen' }).click();
  await window.getByRole('textbox', { name: /Naam van het bedrijf/ }).fill('Peeters België');
  await window.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click();
  await companyButton(window, 'Peeters België').waitFor();
  await picture(window, 'nl-companies-settings');
  await ask(window, 'app:save-settings', {
    language: 'en',
    theme: 'dark',
    startWithComputer: false,
    notifications: true,
    pullIntervalMinutes: null,
  });
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
  await window.getByRole('button', { name: 'Company: Peeters België' }).click();
  await picture(window, 'en-dark-companies-menu');
  await first.app.close();

  const again = await openApp();
  await again.window.getByRole('button', { name: 'Company: Peeters België' }).waitFor();
});

test('a company whose database is damaged says so, and the other one works', async ({
  openApp,
  koppel,
  activate,
  dataFolder,
  snelstart,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const { id } = (await koppel('companies', ['add', 'Elektro Peeters'])).json as { readonly id: string };
  const folder = join(dataFolder, 'companies', id);
  for (const file of readdirSync(folder).filter((name) => name.startsWith('simon.sqlite'))) {
    writeFileSync(join(folder, file), 'this was a database once, and is none any more'.repeat(100));
  }
  const { app, window } = await openApp();
  await setSize(app);
  const workOrder = await readyWorkOrder(window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  await archive(window, workOrder);
  await expect.poll(() => snelstart.control.documents().length).toBe(1);

  await chooseCompany(window, COMPANY_NAME, 'Elektro Peeters');
  await expect(window.getByText('Het bestand met gegevens is beschadigd')).toBeVisible();
  await picture(window, 'nl-companies-damaged');
  const loadedAnew = window.waitForEvent('domcontentloaded');
  await window.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await loadedAnew;
  await expect(window.getByText('Het bestand met gegevens is beschadigd')).toBeVisible();
  await chooseCompany(window, 'Elektro Peeters', COMPANY_NAME);
  await goTo(window, 'Klanten');
  await expect(rowWith(window, 'Klanten', 'Café Zoë')).toBeVisible();
});
