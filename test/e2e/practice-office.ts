import { expect, type Page } from '@playwright/test';
import type { OpenApp } from './fixtures';
import { archiveUntil } from './office';
import { setSize } from './screen-shots';

/** Waits until the practice administration has its examples; what is made before is emptied with its first activation. */
async function practiceReady(window: Page): Promise<void> {
  await expect(window.getByRole('link', { name: /^8\s*Gepland/ })).toBeVisible({ timeout: 30_000 });
}

/** The practice administration with its examples. */
export async function openExamples(open: () => Promise<OpenApp>): Promise<OpenApp> {
  const opened = await open();
  await setSize(opened.app);
  await practiceReady(opened.window);
  return opened;
}

/** The same, with a queue in which something of everything stands. */
export async function openPractice(
  open: () => Promise<OpenApp>,
): Promise<{ readonly window: Page; /** Number of the booked work order. */ readonly booked: string }> {
  const { window } = await openExamples(open);
  return { window, booked: await fillQueue(window) };
}

/** Three booked, one skipped and one blocked; returns the number of a booked one. */
async function fillQueue(window: Page): Promise<string> {
  for (const customer of ['Gemeente Amersfoort', 'Öztürk Totaalbouw']) {
    const articles = [{ code: 'CU-15', quantity: '4' }];
    await archiveUntil(window, { customer, description: 'Cv-leiding vervangen', workMinutes: 150, articles }, 'booked');
  }
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
  await archiveUntil(
    window,
    { customer: "'t Hoekje", description: 'Garantie: kraan lekt', workMinutes: 30 },
    'skipped',
  );
  await archiveUntil(window, { description: 'Dakgoot reinigen', workMinutes: 60 }, 'blocked');
  return number;
}
