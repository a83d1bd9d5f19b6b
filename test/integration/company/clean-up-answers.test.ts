import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CleanUpQuestion } from '../../../preload/contract/views';
import { must } from './test-company';
import { SnelstartCompany } from './snelstart-company';
import { savedLines } from './saved-list';

let office: SnelstartCompany;
beforeEach(async () => {
  office = await SnelstartCompany.open();
  await office.link();
  await office.save({});
  await office.pull();
});
afterEach(() => office.close());

const calls = () => office.company.calls;
const customers = async () => (await calls()['customers:list']({ search: '', offset: 0, limit: 1 })).total;
const messages = async () =>
  (await calls()['log:list']({ filter: {}, limit: 500 })).rows.map(({ message }) => message.nl);
const backups = () => {
  const folder = path.join(office.folder, 'backups');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('schoonmaak')) : [];
};

/** The office asks for a clean-up after these customers went in SnelStart; what it is asked about. */
async function asked(count: number): Promise<CleanUpQuestion> {
  const { books } = office.simulator.control;
  for (const { name } of books.customers().slice(0, count)) books.deleteCustomer(name);
  must(await office.company.run({ resources: ['customers'], cleanUp: true }, 'manual'));
  const [question] = (await calls()['sync:status'](undefined)).cleanUps;
  if (question === undefined) throw new Error('There is no question');
  return question;
}

describe('a clean-up that the office is asked about', () => {
  it('removes the rows after a backup when much would go, and tells its name', async () => {
    const before = await customers();
    const { id, toRemove } = await asked(4);
    const confirmed = must(await calls()['sync:confirm-clean-up']({ id }));
    expect(confirmed).toEqual({ removed: toRemove, backupFile: backups()[0] });
    expect(backups()).toEqual([expect.stringMatching(/ voor schoonmaak klanten\.sqlite$/u) as string]);
    expect(await customers()).toBe(before - toRemove);
    expect((await calls()['sync:status'](undefined)).cleanUps).toEqual([]);
  });

  it('removes a few rows without one', async () => {
    const { id, reason } = await asked(1);
    expect(reason).toBe('asked-for');
    expect(must(await calls()['sync:confirm-clean-up']({ id }))).toEqual({ removed: 1, backupFile: null });
    expect(backups()).toEqual([]);
  });

  it('keeps every row when the office says so, which stands in the log', async () => {
    const before = await customers();
    const { id } = await asked(4);
    must(await calls()['sync:refuse-clean-up']({ id }));
    expect(await customers()).toBe(before);
    expect(await messages()).toContain(
      'Het kantoor koos om niets te verwijderen: 4 klanten blijven staan. De schoonmaak vraagt het opnieuw als er iets verandert.',
    );
    for (const call of ['sync:confirm-clean-up', 'sync:refuse-clean-up'] as const) {
      expect(await calls()[call]({ id })).toMatchObject({ ok: false, problem: { code: 'clean-up-not-asked' } });
    }
  });

  it('removes nothing when the package does not answer, and goes on waiting', async () => {
    const before = await customers();
    const { id } = await asked(4);
    office.simulator.control.fault({ kind: 'status', status: 500, match: { path: '/relaties', times: 50 } });
    expect((await calls()['sync:confirm-clean-up']({ id })).ok).toBe(false);
    expect(await customers()).toBe(before);
    expect((await calls()['sync:status'](undefined)).cleanUps).toMatchObject([{ id }]);
  });

  it('is listed as CSV, in which no name becomes a formula', async () => {
    const { books } = office.simulator.control;
    books.renameCustomer(books.customers()[0]!.name, '=1+1');
    must(await office.company.run({ resources: ['customers'], cleanUp: false }, 'manual'));
    const { id } = await asked(4);
    const rows = await savedLines(office.company, { list: 'clean-up', id });
    expect(rows[0]).toBe('\u{FEFF}Nummer;Naam;Waarom;Blijft staan voor werkbon');
    expect(rows).toHaveLength(5);
    expect(rows.join('')).toContain(";'=1+1;Weg of niet actief in het boekhoudpakket;");
  });
});
