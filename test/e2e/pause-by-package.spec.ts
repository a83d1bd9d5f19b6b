import type { Page } from '@playwright/test';
import type { SyncStatus } from '../../preload/contract/views';
import { ask } from './bridge';
import { expect, test, type OpenApp } from './fixtures';
import { lightAndDark } from './light-and-dark';
import { archive, queueRow, readyWorkOrder } from './office';
import { setSize } from './screen-shots';
import { goTo } from './screens/frame';
import { QueueScreen } from './screens/queue';

const CREATE = { method: 'POST', path: '/v2/verkooporders' } as const;
const PAUSE_MS = 3 * 3_600_000;
const JOB = { customer: 'Café Zoë', description: 'Kraan in de keuken vervangen', workMinutes: 30 };

test('a package that asks for three hours gets them, also from an app that starts again', async ({
  openApp,
  activate,
  snelstart,
}) => {
  test.setTimeout(120_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const { control } = snelstart;
  control.fault({ kind: 'rate-limited', retryAfterSeconds: PAUSE_MS / 1_000, match: CREATE });

  const first = await openApp();
  const asked = await readyWorkOrder(first.window, JOB);
  await archive(first.window, asked);
  await expect.poll(async () => (await status(first.window)).connection).toBe('paused');
  const { pausedUntilMs } = await status(first.window);
  expect(Math.abs((pausedUntilMs ?? 0) - Date.now() - PAUSE_MS)).toBeLessThan(60_000);
  const until = await tellsPause(first, asked.number, 'paused');
  await first.app.close();

  control.clearFaults();
  control.clearRequests();
  const again = await openApp();
  const other = await test.step('started again, it asks the package nothing, whatever the office does', async () => {
    const archived = await readyWorkOrder(again.window, { ...JOB, description: 'Dakgoot reinigen' });
    await archive(again.window, archived);
    const { lastRun } = await status(again.window);
    await again.window.getByRole('button', { name: 'Nu synchroniseren' }).click();
    await expect(again.window.getByText('Het boekhoudpakket vraagt om even te wachten.').first()).toBeVisible();
    expect((await status(again.window)).lastRun).toEqual(lastRun);
    for (const one of [asked, archived]) expect((await queueRow(again.window, one))?.state).toBe('waiting');
    expect(await tellsPause(again, archived.number, 'paused-after-restart')).toBe(until);
    return archived;
  });
  await again.app.close();
  expect(control.requests()).toEqual([]);

  await test.step('three hours later both go by themselves', async () => {
    const { window } = await openApp(undefined, { startsAtMs: Date.now() + PAUSE_MS });
    await expect.poll(() => control.documents().length, { timeout: 30_000 }).toBe(2);
    await goTo(window, 'Archiefwachtrij');
    // It opens with the box that was looked at last, and they left that one.
    await window.getByRole('tab', { name: /^Alles/ }).click();
    for (const { number } of [asked, other]) await new QueueScreen(window).stands(number, 'Geboekt');
  });
});

const status = (window: Page): Promise<SyncStatus> => ask(window, 'sync:status');

/** Every place tells until when, why, and that nobody need act; returns the end as it is written. */
async function tellsPause({ app, window }: OpenApp, waiting: string, name: string): Promise<string> {
  await setSize(app, 720);
  const onTop = window.getByRole('banner').getByText(/^Gepauzeerd tot /);
  const [, until = ''] = /^Gepauzeerd tot (.*\d{2}:\d{2})$/.exec(await onTop.innerText()) ?? [];
  expect(until).not.toBe('');
  const tellsWhy = async (): Promise<void> => {
    await expect(onTop).toHaveText(`Gepauzeerd tot ${until}`);
    await expect(
      window.getByText(/^Het boekhoudpakket vraagt om even te wachten\. U hoeft niets te doen\./),
    ).toBeVisible();
  };

  await goTo(window, 'Overzicht');
  await tellsWhy();
  await expect(window.getByText(`Alles is in orde. De koppeling wacht tot ${until}`)).toBeVisible();
  await lightAndDark(window, `${name}-overview`);
  await goTo(window, 'Integraties');
  await tellsWhy();
  await window.getByRole('button', { name: 'Bekijken', exact: true }).click();
  await tellsWhy();
  await expect(window.getByRole('definition').filter({ hasText: `Gepauzeerd tot ${until}` })).not.toHaveCount(0);
  await lightAndDark(window, `${name}-integrations`);
  await goTo(window, 'Archiefwachtrij');
  await window.getByRole('tab', { name: /^Wacht/ }).click();
  await tellsWhy();
  await expect(new QueueScreen(window).row(waiting)).toContainText(`Tot ${until}`);
  await lightAndDark(window, `${name}-queue`);
  return until;
}
