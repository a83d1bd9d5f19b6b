/**
 * Each package through the eyes of an office: from its tile to the first booked work order, in the practice
 * administration. Every step leaves a picture in out/screens and is held against the rules for accessible pages.
 */
import type { ElectronApplication, Page } from '@playwright/test';
import { changeApp } from './app-settings';
import { ask } from './bridge';
import { expect, test } from './fixtures';
import { comeBack, LoginBrowser } from './login-browser';
import { archiveUntil } from './office';
import { picture, setSize } from './screen-shots';
import { ActivationWizard } from './screens/activation-wizard';
import { goTo } from './screens/frame';
import { LinkSettingsForm } from './screens/link-settings';
import { LoginScreen } from './screens/login';
import { QueueScreen } from './screens/queue';

interface Office {
  readonly id: string;
  /** As its tile names it. */
  readonly label: string;
  /** Makes the link; the package is asked by a login where it asks for one. */
  readonly linkButton: string;
  readonly logsIn: boolean;
  /** Whether PDFs go along. */
  readonly takesPdfs: boolean;
  readonly standardArticle: string;
  /** Fills in what this package has and the others have not; each with what Controleer says when it is wrong. */
  readonly fillOwn: (form: LinkSettingsForm, window: Page) => Promise<void>;
  readonly settings: number;
  /** Takes customers and articles along in place of wiping. */
  readonly adopts?: boolean;
}

/** A customer of the same name and number in every package, with work. */
const SURE = "'t Hoekje";

/** Content pixels; the longest form fits. */
const WHOLE_FORM = 1700;

const OFFICES: readonly Office[] = [
  {
    id: 'snelstart',
    label: 'SnelStart',
    linkButton: 'Check in SnelStart',
    logsIn: false,
    takesPdfs: false,
    standardArticle: 'Standaard artikel op de verkooporder',
    fillOwn: async (form) => {
      await form.addName('Artikelgroepen overhalen', 'diensten');
      await form.check('Artikelgroepen overhalen');
      await expect(form.verdict('Artikelgroepen overhalen')).toContainText('Bedoelt u ‘Diensten’?');
    },
    settings: 13,
  },
  {
    id: 'exact-online',
    label: 'Exact Online Premium',
    linkButton: 'Koppel',
    logsIn: true,
    takesPdfs: true,
    standardArticle: 'Standaard artikel op de conceptfactuur',
    fillOwn: async (form) => {
      await form.choose('Administratienummer', /3141592/);
      await form.check('Administratienummer');
      await form.check('Dagboeknummer');
      await expect(form.verdict('Dagboeknummer')).toContainText('verplicht');
      await form.choose('Dagboeknummer', /^70 /);
    },
    settings: 9,
  },
  {
    id: 'visma-net',
    label: 'Visma.net',
    linkButton: 'Koppel',
    logsIn: true,
    takesPdfs: true,
    standardArticle: 'Standaard artikel op de verkooporder of klantfactuur',
    fillOwn: async (form) => {
      await form.choose('Administratie', /Koppelaar/);
      await form.check('Administratie');
      await form.check('Standaard magazijn');
      await expect(form.verdict('Standaard magazijn')).not.toBeEmpty();
      await form.choose('Standaard magazijn', /HOOFD|Hoofd/);
    },
    settings: 13,
  },
  {
    id: 'billit',
    label: 'Billit',
    linkButton: 'Koppel',
    logsIn: true,
    takesPdfs: true,
    standardArticle: 'Standaard artikel op de factuur',
    fillOwn: async (form) => {
      await form.check('Bedrijf');
    },
    settings: 10,
    adopts: true,
  },
  {
    id: 'e-boekhouden',
    label: 'e-Boekhouden',
    linkButton: 'Koppel',
    logsIn: false,
    takesPdfs: false,
    standardArticle: 'Standaard artikel op de factuur',
    fillOwn: async (form) => {
      await form.check('Sjabloon');
      await expect(form.verdict('Sjabloon')).toContainText('verplicht');
      await form.text('Sjabloon').fill('Standaard factuur');
    },
    settings: 7,
  },
];

test.setTimeout(120_000);

for (const office of OFFICES) {
  test(`${office.label}, from its tile to a booked work order`, async ({ openApp, dataFolder }) => {
    const { app, window } = await openApp(['--practice', '--data', dataFolder]);
    await setSize(app);
    const shown = (name: string): Promise<void> => picture(window, `nl-${office.id}-${name}`);
    const firstRun = await leaveFirstPackage(window);
    const wizard = new ActivationWizard(window);

    // The examples come a moment after the first pull.
    if (office.adopts === true)
      await expect.poll(async () => (await workOf(window, SURE)).workOrders.length).toBeGreaterThan(0);
    const before = await workOf(window, SURE);
    await test.step('explained, and emptied or taken along', async () => {
      await goTo(window, 'Integraties');
      await shown('1-tiles');
      await wizard.open(office.label);
      await shown('2-explain');
      await wizard.acceptTerms();
      await shown('3-wipe');
      if (office.adopts === true) {
        await window.getByRole('button', { name: 'Overnemen in plaats van wissen' }).click();
        return wizard.isAtStep('Koppel');
      }
      await wizard.tickParts();
      await wizard.wipe();
    });

    await test.step('linked', () => link(app, window, office, shown));
    await wizard.isAtStep('Instellingen');
    await test.step('settings, each with Controleer', () => settings(app, window, office, shown));

    await test.step('the first pull', async () => {
      await new LinkSettingsForm(window).save.click();
      if (office.adopts === true) await adopt(window, wizard, shown);
      await expect(window.getByRole('heading', { level: 1 })).toContainText('Actief');
      await finishedPull(window, firstRun);
      await shown('7-active');
      // What was taken along is the same customer with the same work orders.
      if (office.adopts === true) expect(await workOf(window, SURE)).toEqual(before);
    });

    await test.step('a work order is archived and booked', async () => {
      const { number } = await archiveUntil(
        window,
        {
          customer: 'Café Zoë',
          description: 'Warmtepomp nakijken, buitenunit maakt lawaai',
          customerReference: 'PO 4711',
          workMinutes: 90,
          travelMinutes: 15,
          articles: [{ code: 'ONDERHOUD-CV', quantity: '1' }],
        },
        'booked',
      );
      const entry = await new QueueScreen(window).open(number);
      await expect(entry).toContainText('Geboekt');
      if (office.takesPdfs) await expect(entry).toContainText('verzonden', { timeout: 20_000 });
      await shown('8-queue');
      await entry.getByRole('button', { name: 'Boekstuk bekijken' }).click();
      await expect(window.getByRole('dialog').getByRole('table')).toBeVisible();
      await shown('9-document');
      await window.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();
      await goTo(window, 'Logging');
      await expect(window.getByRole('grid', { name: 'Logging' }).getByText(number).first()).toBeVisible();
      await shown('10-log');
    });
  });
}

/** Decides about one customer that may be another, leaves the others, and starts. */
async function adopt(window: Page, wizard: ActivationWizard, shown: (name: string) => Promise<void>): Promise<void> {
  await wizard.isAtStep('Overnemen');
  const rows = window.getByRole('grid', { name: 'Klanten en wat ze worden' });
  await expect(rows).toContainText('Misschien ');
  await shown('7-adopt');
  await rows
    .getByText(/^Misschien /)
    .first()
    .click();
  await shown('7-adopt-question');
  await window.getByRole('dialog').getByRole('button', { name: 'Deze is het' }).first().click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.getByRole('button', { name: /^Alle \d+ niet overnemen$/ }).click();
  await expect(window.getByText('Alles is beslist')).toBeVisible();
  await window.getByRole('button', { name: 'Overnemen en starten' }).click();
}

/** The customer as Simon knows it, with its work orders. */
async function workOf(window: Page, name: string) {
  const { rows } = await ask(window, 'customers:list', { search: name, offset: 0, limit: 50 });
  const customer = rows.find((row) => row.name === name);
  const works = await ask(window, 'work-orders:list', { search: name, offset: 0, limit: 50 });
  return { id: customer?.id, workOrders: works.rows.map(({ number }) => number) };
}

/** The practice administration links its first package by itself; the next one empties what came from there. */
async function leaveFirstPackage(window: Page): Promise<number> {
  const run = await finishedPull(window);
  await ask(window, 'integrations:deactivate', 'snelstart');
  return run;
}

/** Waits for the end of a first pull other than `before`. */
async function finishedPull(window: Page, before?: number): Promise<number> {
  const lastRun = async () => (await ask(window, 'sync:status')).lastRun;
  await expect
    .poll(
      async () => {
        const run = await lastRun();
        return run?.id === before ? undefined : run?.result;
      },
      { timeout: 30_000 },
    )
    .toBe('finished');
  return (await lastRun())?.id ?? 0;
}

async function link(
  app: ElectronApplication,
  window: Page,
  { linkButton, logsIn }: Office,
  shown: (name: string) => Promise<void>,
): Promise<void> {
  const browser = await LoginBrowser.of(app);
  await shown('4-link');
  await window.getByRole('button', { name: /^Oefen(gegevens|sleutel) invullen$/ }).click();
  if (logsIn) await expect(window.getByLabel('Client-id', { exact: true })).not.toHaveValue('');
  await window.getByRole('button', { name: linkButton, exact: true }).click();
  if (!logsIn) return;
  await expect(new LoginScreen(window).waiting).toBeVisible();
  await shown('5-login');
  await comeBack(await browser.page());
}

async function settings(
  app: ElectronApplication,
  window: Page,
  { id, takesPdfs, standardArticle, fillOwn, settings: total }: Office,
  shown: (name: string) => Promise<void>,
): Promise<void> {
  const form = new LinkSettingsForm(window);
  await setSize(app, WHOLE_FORM);
  await fillOwn(form, window);
  await form.text('Artikel voor werktijd').fill('arbeid');
  await form.text('Artikel voor reistijd').fill('BESTAAT-NIET');
  await form.check('Artikel voor werktijd');
  await expect(form.verdict('Artikel voor werktijd')).toContainText('‘arbeid’ is niet bekend');
  await form.check('Artikel voor reistijd');
  await expect(form.verdict('Artikel voor reistijd')).toContainText('‘BESTAAT-NIET’');
  await expect(form.save).toBeDisabled();
  await shown('6-settings-wrong');
  if (id === 'snelstart') await form.removeName('Artikelgroepen overhalen', 'diensten');
  await form.text('Artikel voor werktijd').fill('ARBEID');
  await form.text('Artikel voor reistijd').fill('REISTIJD');
  await form.text(standardArticle).fill('VOORRIJ');
  if (takesPdfs) await form.choose('PDF’s meesturen', /^Werkbon$/);
  await form.checkAll.click();
  await form.rightAre(total, total);
  await shown('6-settings');
  for (const [prefix, look] of [
    ['en', { language: 'en' }],
    ['nl-dark', { theme: 'dark' }],
  ] as const) {
    await changeApp(window, look);
    await picture(window, `${prefix}-${id}-6-settings`);
  }
  await changeApp(window, {});
  await setSize(app);
}
