/** More than ten error answers in an hour make Exact Online bar an address; work orders that are refused must not do that. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { connector } from '../../connectors/exact-online/index';
import { startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
import { articleLine, documentFor } from './documents';
import { openSession, valueOf, type Session } from './session';

const JOURNAL = { journal: '70' };
const BLOCKED = { problem: { kind: 'rejected', code: 'exact-online.customer-blocked' } };
const WAITS = { problem: { kind: 'maintenance', code: 'exact-online.errors-used-up', notCarriedOut: true } };

/** An administration, and what sends one document for Café Zoë. */
async function open(): Promise<{ session: Session<ExactOnlineBooks>; send: (number: string) => Promise<unknown> }> {
  const { session, close } = await openSession(connector, startSimulator, {
    simulator: { books: 'small', quirks: { referenceStatus: '400' } },
  });
  onTestFinished(close);
  const customer = (await session.pull('customers')).present.get(session.books.customer('Café Zoë').id);
  const article = (await session.pull('articles')).present.get(session.books.article('ARBEID').id);
  if (customer === undefined || article === undefined) throw new Error('Café Zoë or ARBEID is not there');
  const administration = await session.administration();
  return {
    session,
    send: async (number) => {
      const document = documentFor(customer, [articleLine(article, '1')], { workOrderNumber: number });
      const [body] = connector.push.toRequest(document, JOURNAL, administration).variants;
      if (body === undefined) throw new Error('Nothing to send');
      return connector.push.create(await session.context(JOURNAL, undefined, 'push'), body, []);
    },
  };
}

describe('work orders that Exact Online refuses one after another', () => {
  it('are held before the address is barred, and go on within the hour', async () => {
    const { session, send } = await open();
    session.books.changeCustomer('Café Zoë', { Blocked: true });
    for (let number = 1; number <= 8; number += 1) expect(await send(String(number))).toMatchObject(BLOCKED);
    session.requests();
    for (let number = 9; number <= 14; number += 1) expect(await send(String(number))).toMatchObject(WAITS);
    expect(session.requests('/SalesInvoices')).toBe(0);

    session.books.changeCustomer('Café Zoë', { Blocked: false });
    await session.time.advance(61 * 60_000);
    expect(await send('9')).toMatchObject({ ok: true });
    expect(session.simulator.control.documents()).toHaveLength(1);
  });

  it('hold up no other address', async () => {
    const { session, send } = await open();
    session.books.changeCustomer('Café Zoë', { Blocked: true });
    for (let number = 1; number <= 9; number += 1) await send(String(number));
    expect((await session.pull('customers')).problem).toBeNull();
    expect(valueOf(await connector.listChoices(await session.context(JOURNAL), 'journal'))).not.toEqual([]);
  });
});
