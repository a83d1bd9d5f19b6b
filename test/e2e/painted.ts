/** How long something takes until it is painted, and how much of that the page worked. */
import { test, type CDPSession, type Page } from '@playwright/test';

const TIMES = 7;

/**
 * Milliseconds from the event until its outcome is painted. `act` and `isDone` are scripts: what is done in the page, and
 * what must be true of it afterwards.
 */
export const paintedMs = (window: Page, act: string, isDone: string): Promise<number> =>
  window.evaluate<number>(`new Promise((resolve, reject) => {
    const started = performance.now();
    const look = () => {
      if (performance.now() - started > 10_000) reject(new Error(${JSON.stringify(`never: ${isDone}`)}));
      else if (${isDone}) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
      else requestAnimationFrame(look);
    };
    ${act};
    look();
  })`);

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds that the page itself has worked: a busy computer makes one wait, not work. */
async function workedMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** How long each of several takes, printed and kept with the results; a slow machine fails no test. */
export async function measure(
  session: CDPSession,
  name: string,
  once: (round: number) => Promise<number>,
): Promise<void> {
  const waited: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < TIMES; round += 1) {
    const before = await workedMs(session);
    waited.push(await once(round));
    worked.push((await workedMs(session)) - before);
  }
  const most = Math.max(...waited).toFixed(0);
  const text = `${name}: painted after ${median(waited).toFixed(0)} ms (most ${most}), ${median(worked).toFixed(0)} ms of work`;
  console.log(text);
  test.info().annotations.push({ type: 'measured', description: text });
}

/** Counts the work of a page from now on. */
export async function meterOf(window: Page): Promise<CDPSession> {
  const session = await window.context().newCDPSession(window);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** A script that types a text into a field. */
export const typeInto = (selector: string, text: string): string =>
  `const field = document.querySelector(${JSON.stringify(selector)});
   Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
   field.dispatchEvent(new Event('input', { bubbles: true }))`;
