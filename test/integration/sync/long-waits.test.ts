import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import type { LogRow } from '../../../preload/contract/views';
import { HOUR_MS, linkedCompany, MINUTE_MS, type EngineHarness } from './engine-harness';

const late = (company: EngineHarness): readonly LogRow[] =>
  company.log().filter(({ message }) => /al langer dan een uur|na een uur nog niet/.test(message.nl));

function offlineCompany(): EngineHarness {
  const company = linkedCompany();
  company.books.failOn = () => 'offline';
  company.engine.startSchedule();
  return company;
}

describe('a work order that is not delivered within an hour', () => {
  it('is told once, with why and what to do, however often the program starts again', async () => {
    const company = offlineCompany();
    await company.archive();
    company.engine.nudge();
    await company.time.advance(59 * MINUTE_MS);
    expect(late(company)).toEqual([]);
    for (let start = 0; start < 3; start += 1) {
      await company.time.advance(30 * MINUTE_MS);
      await company.restart();
      company.engine.startSchedule();
    }
    await company.time.advance(2 * HOUR_MS);
    expect(late(company)).toHaveLength(1);
    expect(late(company)[0]).toMatchObject({ level: 'warning', table: 'workOrder', count: 1 });
    expect(late(company)[0]?.action?.nl).toMatch(/\w/);
  });

  it('is told in time although the package is pulled once a day', async () => {
    const company = offlineCompany();
    company.intervalMinutes = 24 * 60;
    await company.archive();
    await company.time.advance(70 * MINUTE_MS);
    expect(late(company)).toHaveLength(1);
  });

  it('is told while the office paused, which it may have forgotten', async () => {
    const company = linkedCompany();
    company.paused = true;
    company.engine.startSchedule();
    await company.archive();
    await company.time.advance(70 * MINUTE_MS);
    expect(late(company)[0]).toMatchObject({
      message: { nl: 'Wacht al langer dan een uur. U hebt de koppeling gepauzeerd.' },
      action: { nl: 'Kies Hervatten bij Integraties.' },
    });
  });

  it('is told together with all others that are late, in one row that goes on counting', async () => {
    const company = offlineCompany();
    for (let one = 0; one < 12; one += 1) await company.archive();
    await company.time.advance(70 * MINUTE_MS);
    expect(late(company)).toHaveLength(1);
    expect(late(company)[0]?.message.nl).toMatch(/^12 werkbonnen wachten al langer dan een uur\./);
    await company.archive();
    await company.time.advance(70 * MINUTE_MS);
    expect(late(company)).toHaveLength(1);
    expect(late(company)[0]).toMatchObject({ count: 2 });
    expect(late(company)[0]?.message.nl).toMatch(/^13 werkbonnen/);
    await company.restart();
    company.engine.startSchedule();
    await company.time.advance(3 * HOUR_MS);
    expect(late(company)[0]).toMatchObject({ count: 2 });
  });

  it('is told anew when it was taken back and archived again', async () => {
    const company = offlineCompany();
    const id = await company.archive();
    await company.time.advance(70 * MINUTE_MS);
    expect(late(company)).toHaveLength(1);
    expect(company.store.queue.takeBack(id, company.time.nowMs()).ok).toBe(true);
    const { workOrderId } = company.entry(id);
    const { version } = company.store.workOrders.get(workOrderId) ?? { version: 0 };
    const start = await company.engine.freeze(workOrderId);
    if (!start.ok) throw new Error(start.problem.code);
    company.store.workOrders.archive(workOrderId, version, start.value, company.time.nowMs());
    await company.time.advance(70 * MINUTE_MS);
    expect(late(company)[0]?.count).toBe(2);
  });
});

describe('what only the office can settle', () => {
  const reminders = (company: EngineHarness): readonly LogRow[] =>
    company.log().filter(({ message }) => message.nl.startsWith('Nog niet verzonden omdat ze op u wachten'));

  it('is told again once each morning, as long as it stands there', async () => {
    const company = linkedCompany();
    const id = await company.archive();
    company.store.queue.blocked(id, problem('blocked', 'no-lines'), company.time.nowMs());
    company.engine.startSchedule();
    await company.time.advance(12 * HOUR_MS);
    expect(reminders(company)).toEqual([]);
    for (let day = 0; day < 3; day += 1) {
      await company.time.advance(24 * HOUR_MS);
      await company.restart();
      company.engine.startSchedule();
    }
    expect(reminders(company)).toHaveLength(3);
    expect(reminders(company)[0]?.message.nl).toMatch(/: 1\.$/);
    // At eight in the morning, on the clock of the office.
    expect(new Date(reminders(company)[1]?.firstAtMs ?? 0).toISOString()).toMatch(/T07:0/);
  });
});
