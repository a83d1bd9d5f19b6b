import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOfficeLog } from '../../../main/log/office-log';
import { problem } from '../../../connectors/_kit/problem';
import { manifest as snelstart } from '../../../connectors/snelstart/manifest';
import { customer, draft, pull } from '../db/records';
import { must, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

const log = createOfficeLog(snelstart);
const AT_MS = Date.parse('2026-07-01T06:00:00Z');
/** Each of words that Simon's own sentences have too, so that only knowing them helps. */
const PERSONAL = {
  name: 'De Werkbon Klant',
  email: 'info@voorbeeld.nl',
  phone: '030-1234567',
};

it('tells of messages and of their run without what is personal, and the same name is the same token', async () => {
  const { store } = test;
  const runId = store.runs.start('schedule', AT_MS, { package: 'snelstart', occasion: 'wake' });
  pull(store, 'customers', [customer('1', PERSONAL)]);
  const employee = store.employees.add('Geen Bericht');
  const made = must(
    store.workOrders.create(
      draft({ customerId: 1, description: 'Niet verzonden naar administratie', employeeId: employee.id }),
      AT_MS,
    ),
  );
  const of = { id: made.id, number: made.number, customerName: PERSONAL.name };
  const refusal = problem(
    'rejected',
    'not-in-the-catalogue',
    {},
    {
      vendor: {
        status: 422,
        code: null,
        text: `${PERSONAL.name} (${PERSONAL.email}, ${PERSONAL.phone}): Niet verzonden naar administratie, Geen Bericht`,
      },
    },
  );
  store.log.add([log.blocked({ atMs: AT_MS, runId }, of, refusal)]);
  const documents = { booked: 0, skipped: 0, blocked: 1, unsure: 0 };
  store.runs.finish(runId, { atMs: AT_MS + 5_000, result: 'finished', calls: 3, documents, problem: null });

  const text = await test.company.calls['log:support-text']({ runId });
  for (const value of [...Object.values(PERSONAL), 'Niet verzonden naar administratie', 'Geen Bericht']) {
    expect(text).not.toContain(value);
  }
  expect(text).toContain(
    `run ${runId} | snelstart | 2026-07-01 08:00:00 - 2026-07-01 08:00:05 | Na slaapstand | Gelukt`,
  );
  expect(text).toContain(`Foutmelding | Werkbon | id ${made.id}`);
  expect(text).toContain(`${made.number} [`);
  const tokens = text.match(/\[[A-Z0-9]{5}\]/g) ?? [];
  expect(new Set(tokens).size).toBeLessThan(tokens.length);

  const [row] = store.log.list({ filter: {}, limit: 1 }).rows;
  expect(await test.company.calls['log:support-text']({ ids: [row!.id] })).toContain(`#${row!.id} | `);
});
