import type { FaultMatch } from '../../connectors/_kit/simulator/faults';
import { expect, test, type Snelstart } from './fixtures';
import { killHard } from './koppel-process';
import { goTo } from './screens/frame';

const ARTICLES = 300;
/** Pages of 25, each beginning with the last row of the page before. */
const STEP = 24;
const EIGHTH_PAGE: FaultMatch = { path: /\/artikelen$/, nth: 8 };
/** When the eighth page is asked for, the sixth may still be on its way to the disk; a new read begins a page earlier. */
const LEAST_STORED = 5 * STEP;
const LEAST_SKIP = LEAST_STORED - STEP;

test.use({ books: { customers: 40, articles: ARTICLES } });

test('killed on the command line during the first pull: the next run goes on where it was', async ({
  start,
  koppel,
  activation,
  snelstart,
  heldAnswers,
}) => {
  const eighthPage = heldAnswers.before(snelstart.control, EIGHTH_PAGE);
  const first = start('activate', [], activation());
  await eighthPage.arrived;
  await killHard(first);
  const stored = await koppel('articles');
  expect(stored.json.total, 'what was read before the kill is kept').toBeGreaterThan(LEAST_STORED);

  snelstart.control.clearRequests();
  const next = await koppel('sync');
  expect(next.exitCode, next.stderr).toBe(0);
  expect(firstSkip(snelstart)).toBeGreaterThanOrEqual(LEAST_SKIP);
  await isComplete(koppel);
});

test('killed with its window during the first pull: opened again it goes on by itself', async ({
  openApp,
  start,
  koppel,
  activation,
  snelstart,
  heldAnswers,
}) => {
  // Linked with the pull cut off at its first page, so that the window does the rest.
  const firstPage = heldAnswers.before(snelstart.control, { path: /\/relaties$/ });
  const linking = start('activate', [], activation());
  await firstPage.arrived;
  await killHard(linking);

  const eighthPage = heldAnswers.before(snelstart.control, EIGHTH_PAGE);
  const { app } = await openApp();
  await eighthPage.arrived;
  const gone = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await gone;

  snelstart.control.clearRequests();
  const again = await openApp();
  await goTo(again.window, 'Artikelen');
  await expect(again.window.getByText(`${ARTICLES} regels`).first()).toBeVisible({ timeout: 20_000 });
  expect(firstSkip(snelstart)).toBeGreaterThanOrEqual(LEAST_SKIP);
  await again.app.close();
  await isComplete(koppel);
});

/** Where the first page of articles began that was asked for. */
function firstSkip({ control }: Snelstart): number {
  const page = control.requests().find(({ path }) => path.endsWith('/artikelen'));
  return Number(page?.query.$skip);
}

async function isComplete(koppel: (command: string) => Promise<{ readonly json: Readonly<Record<string, unknown>> }>) {
  const { json } = await koppel('articles');
  const codes = (json.rows as readonly { readonly code: string }[]).map(({ code }) => code);
  expect(codes).toHaveLength(ARTICLES);
  expect(new Set(codes).size, 'none twice').toBe(ARTICLES);
  expect((await koppel('customers')).json.total).toBe(40);
}
