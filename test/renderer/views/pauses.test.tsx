import { act, screen } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { SyncStatus } from '../../../preload/contract/views';
import { useAppStore } from '../../../renderer/shell/app-store';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

/** The package asked to be left alone until `untilMs`. */
async function showPaused(hash: string, untilMs: number, change: Partial<SyncStatus> = {}): Promise<void> {
  const fake = await showApp(hash, { connection: 'paused' });
  const status = useAppStore.getState().sync;
  if (status === null) throw new Error('Nothing is known of the link');
  await act(() => {
    fake.emit('sync:status', {
      ...status,
      pausedUntilMs: untilMs,
      problem: { kind: 'rate-limited', code: 'day-limit', params: {} },
      ...change,
    });
    return Promise.resolve();
  });
}

const endOfTomorrow = (): number => Date.now() + 36 * 3_600_000;
/** The end with its day, as every place tells it. */
const UNTIL = /[tT]ot \d+ \p{L}+\.? (\d{4} )?\d{2}:\d{2}$/u;

test('a pause that the package asks for is told on top with its end, why, and that nobody need act', async () => {
  await showPaused('#/customers', endOfTomorrow());
  const told = await screen.findAllByText(/^Gepauzeerd tot/);
  expect(told.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(UNTIL),
    expect.stringMatching(UNTIL),
  ]);
  expect(screen.getByText(/daglimiet is bereikt. U hoeft niets te doen/)).toBeTruthy();
});

test.each(['#/overview', '#/integrations/snelstart'])('%s tells the same as state and next run', async (hash) => {
  await showPaused(hash, endOfTomorrow());
  const told = await screen.findAllByText(/^Gepauzeerd tot/);
  expect(told).toHaveLength(4);
  for (const one of told) expect(one.textContent).toMatch(UNTIL);
});

test('what waits in the queue says until when', async () => {
  await showPaused('#/queue/waiting', endOfTomorrow());
  expect((await screen.findAllByText(/^Tot \d/))[0]?.textContent).toMatch(UNTIL);
});

test('a pause that the office chose has no end', async () => {
  await showPaused('#/overview', endOfTomorrow(), { pausedByUser: true });
  expect(await screen.findByText('Gepauzeerd tot u hervat')).toBeTruthy();
  expect(screen.queryByText(/^Gepauzeerd tot \d/)).toBeNull();
});
