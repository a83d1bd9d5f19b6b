/** Companies with nothing, one or many of everything in them, open in the app. */
import type { ElectronApplication, Page } from '@playwright/test';
import { ask } from '../e2e/bridge';
import type { OpenApp } from '../e2e/fixtures';
import type { KoppelOutcome } from '../e2e/koppel-process';
import { archiveUntil, readyWorkOrder, type Job } from '../e2e/office';
import { fillOffice } from '../bench/fill-office';
import type { Amount } from './variants';

/** So many work orders that there are some of today, and some that are archived. */
const MANY = { workOrders: 20_000, customers: 2_000, articles: 1_500, logRows: 3_000, notBooked: 'blocked' } as const;
const SETTINGS = { workArticle: 'ARBEID', travelArticle: 'REISTIJD', exclusionWord: 'garantie' };
const LONG =
  'Hoofdverdeelkast in de kelder van het appartementencomplex vervangen, groepenverklaring bijwerken en met de bewonerscommissie (mevrouw Van Oldenbarnevelt-Schimmelpenninck) doorlopen';
const JOB: Job = {
  customer: 'Café Zoë',
  description: 'Warmtepomp nakijken, buitenunit maakt lawaai',
  customerReference: 'PO 4711',
  workMinutes: 90,
  travelMinutes: 15,
  articles: [{ code: 'ONDERHOUD-CV', quantity: '1' }],
};

export interface PreparedOffice {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly amount: Amount;
  /** A work order that is reported ready; null where there is none. */
  readonly readyId: number | null;
  /** Number of a work order that is booked. */
  readonly booked: string | null;
}

interface Means {
  readonly openApp: () => Promise<OpenApp>;
  readonly activate: (settings: Readonly<Record<string, unknown>>) => Promise<KoppelOutcome>;
  readonly dataFolder: string;
}

export async function prepareOffice(amount: Amount, { openApp, activate, dataFolder }: Means): Promise<PreparedOffice> {
  if (amount === 'none') return { ...(await openApp()), amount, readyId: null, booked: null };
  const linked = await activate(SETTINGS);
  if (linked.exitCode !== 0) throw new Error(linked.stderr);
  const opened = await openApp();
  const booked = await archiveUntil(opened.window, JOB, 'booked');
  if (amount === 'many') await troubles(opened.window);
  const ready = await readyWorkOrder(opened.window, amount === 'many' ? { ...JOB, description: LONG } : JOB);
  const found = { amount, readyId: ready.id, booked: booked.number };
  if (amount === 'one') return { ...opened, ...found };
  const { company } = await ask(opened.window, 'app:state');
  await opened.app.close();
  fillOffice(dataFolder, MANY, company.id);
  return { ...(await openApp()), ...found };
}

/** What asks for the office: blocked ones of several causes, skipped ones, and long texts in all of them. */
async function troubles(window: Page): Promise<void> {
  await archiveUntil(window, { ...JOB, description: `Garantie: ${LONG}` }, 'skipped');
  for (let n = 1; n <= 4; n += 1) {
    await archiveUntil(window, { description: `${LONG}, deel ${n}`, workMinutes: 30 * n }, 'blocked');
  }
}
