import { expect, it } from 'vitest';
import { HOUR_MS, linkedCompany, MINUTE_MS } from './engine-harness';

const COUNT = 50;
const HOURS = 8;

it.each(['offline', 'maintenance'] as const)(
  'an outage of eight hours (%s) costs few calls while it lasts, and everything goes once when it is over',
  async (kind) => {
    const company = linkedCompany();
    company.intervalMinutes = 60;
    company.books.failOn = () => kind;
    company.engine.startSchedule();
    for (let one = 0; one < COUNT; one += 1) await company.archive();
    company.engine.nudge();
    await company.time.advance(HOURS * HOUR_MS);
    const { length: tried } = company.books.sent;
    // One attempt for all that waits, at last every two and a half minutes or more: not fifty of them each time.
    expect(tried).toBeLessThan((HOURS * HOUR_MS) / (2.5 * MINUTE_MS));

    company.books.failOn = () => null;
    // The pause of the link at its longest; what failed last itself waits once more.
    await company.time.advance(16 * MINUTE_MS);
    expect(company.store.queue.counts().booked).toBeGreaterThanOrEqual(COUNT - 3);
    await company.time.advance(16 * MINUTE_MS);
    expect(company.store.queue.counts().booked).toBe(COUNT);
    expect(new Set(company.books.documents.map(({ marker }) => marker)).size).toBe(COUNT);
    expect(company.books.sent).toHaveLength(tried + COUNT);
  },
  40_000,
);
