/**
 * What a connector must show beside the contract of its calls: a sound manifest, tables that read the same twice, marks
 * that hold in any state, and documents that arrive whole with texts, quantities and prices at their extremes.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connector } from '../../connectors/_kit/connector';
import { decimal, round } from '../../connectors/_kit/decimal';
import type { OutgoingDocument } from '../../connectors/_kit/document';
import type { Mark, Resource } from '../../connectors/_kit/model';
import type { Settings } from '../../connectors/_kit/settings';
import type { RunningSimulator, SimulatedDocument, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import { articleLine, documentFor } from './documents';
import { leaveOut } from './leave-out';
import { openSession, valueOf, type Session } from './session';

export interface AcceptanceFixture<Books> {
  readonly connector: Connector;
  readonly start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>;
  /** Settings under which every table of the practice books has records. */
  readonly settings: Settings;
  /** The office changes a record; returns its id. */
  readonly office: {
    readonly resource: Extract<Resource, 'customers' | 'articles'>;
    readonly change: (books: Books, turn: number) => string;
  };
  /**
   * A mark that says that everything was read until long after today, in the connector's own form; for tables without
   * change dates a reason in words.
   */
  readonly markInTheFuture: (mark: Mark, resource: Resource) => Mark | string;
  /** Decimals that the simulated administration keeps when they are fewer than the manifest says. */
  readonly decimals?: { readonly quantity: number; readonly unitPrice: number };
  /**
   * A text of the document in the books, as long as the package allows; where a document has no text with a limit, a
   * reason in words.
   */
  readonly longText: ((document: SimulatedDocument) => string) | string;
}

const SECRET_WORDS = /secret|token|password|sleutel|securitycode|key$/i;
const MINUTE_MS = 60_000;
const DST_NIGHTS = [
  ['the night that has an hour less', Date.parse('2026-03-29T00:00:00Z')],
  ['the night that has an hour more', Date.parse('2026-10-24T23:00:00Z')],
] as const;

export function acceptance<Books>(fixture: AcceptanceFixture<Books>): void {
  const { connector, settings, office } = fixture;
  const { manifest } = connector;
  const resources = Object.keys(manifest.capabilities.resources) as Resource[];

  const open = async (startMs?: number, books: SimulatorOptions['books'] = 'practice'): Promise<Session<Books>> => {
    const options = { simulator: { books }, ...(startMs === undefined ? {} : { startMs }) };
    const { session, close } = await openSession(connector, fixture.start, options);
    onTestFinished(close);
    await session.check(undefined, settings);
    return session;
  };

  describe(`${manifest.label}: manifest`, () => {
    it('is plain data', () => {
      expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    });

    it('marks every secret as one', () => {
      const fields = [...manifest.link.credentials, ...manifest.link.registration];
      for (const { key, secret } of fields) if (SECRET_WORDS.test(key)) expect(secret, key).toBe(true);
    });

    it('names every setting once, in Dutch and English, with a default of its kind', () => {
      const keys = manifest.settings.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const field of manifest.settings) {
        for (const text of [field.label, field.help]) {
          expect(text.nl, field.key).toMatch(/\w/);
          expect(text.en, field.key).toMatch(/\w/);
        }
        if (field.visibleWhen !== undefined) expect(keys).toContain(field.visibleWhen.key);
        for (const resource of field.restartsPull ?? []) expect(resources).toContain(resource);
      }
    });

    it('takes the settings of an older and of a newer version', async () => {
      const session = await open(undefined, 'small');
      const document = documentFor(await firstCustomer(session), []);
      const administration = await session.administration();
      const plain = connector.push.toRequest(document, {}, administration);
      expect(connector.push.toRequest(document, { settingOfAnotherVersion: 'x' }, administration)).toEqual(plain);
    });
  });

  describe.each(resources)(`${manifest.label}: table %s`, (resource) => {
    it('has records', async () => {
      const { present, problem } = await (await open()).pull(resource, null, { settings });
      expect(problem).toBeNull();
      expect(present.size).toBeGreaterThan(0);
    });

    it('reads the same twice', async () => {
      const session = await open();
      const first = await session.pull(resource, null, { settings });
      const second = await session.pull(resource, null, { settings });
      expect([...second.present]).toEqual([...first.present]);
      expect([...second.gone]).toEqual([...first.gone]);
    });

    it('brings nothing that was not there when it is read on from its own mark', async () => {
      const session = await open();
      const first = await session.pull(resource, null, { settings });
      const second = await session.pull(resource, first.mark, { settings });
      expect(second.problem).toBeNull();
      for (const [id, record] of second.present) expect(record).toEqual(first.present.get(id));
    });

    it('brings nothing from a mark that lies in the future, and no problem', async (context) => {
      const session = await open();
      const { mark } = await session.pull(resource, null, { settings });
      if (mark === null) throw new Error(`There is no mark of ${resource}`);
      const future = fixture.markInTheFuture(mark, resource);
      if (typeof future === 'string') return leaveOut(context, future);
      const pull = await session.pull(resource, future, { settings });
      expect(pull.problem).toBeNull();
      expect(pull.present.size).toBe(0);
    });
  });

  describe(`${manifest.label}: the clock of the package`, () => {
    it.each(DST_NIGHTS)('loses no change in %s', async (_night, startMs) => {
      const session = await open(startMs, 'small');
      let { mark } = await session.pull(office.resource, null, { settings });
      // From one o'clock to four o'clock at night, on the clock of the office.
      for (let turn = 1; turn <= 12; turn += 1) {
        await session.time.advance(20 * MINUTE_MS);
        const changed = office.change(session.books, turn);
        const pull = await session.pull(office.resource, mark, { settings });
        expect(pull.problem).toBeNull();
        expect([...pull.present.keys()], `turn ${turn}`).toContain(changed);
        mark = pull.mark;
      }
    });
  });

  describe(`${manifest.label}: documents at their extremes`, () => {
    it('are taken with texts of any length: what is too long is cut, and the cuts are told', async (context) => {
      const { longText } = fixture;
      if (typeof longText === 'string') return leaveOut(context, longText);
      const session = await open(undefined, 'small');
      const long = 'Ketel vervangen en leidingen nagekeken '.repeat(200).trim();
      const address = { name: long, street: long, postcode: '1234 AB', city: long, country: 'NL' };
      const { arrived, cuts } = await deliver(session, {
        workDescription: long,
        customerReference: long,
        workAddress: address,
      });
      expect(cuts.length).toBeGreaterThan(0);
      for (const cut of cuts) expect(cut.length).toBeGreaterThan(cut.allowed);
      expect(longText(arrived)).toMatch(/…/);
    });

    it.each([
      ['0.01', '0.01'],
      ['0.33', '12.34567'],
      ['1.005', '1.005'],
      ['12345.67', '98765.43'],
      ['-1', '19.99'],
    ])('are taken with %s pieces at %s, to the last decimal', async (quantity, unitPrice) => {
      const session = await open(undefined, 'small');
      const { arrived } = await deliver(session, {}, { quantity, unitPrice });
      const line = arrived.lines.find(({ articleCode }) => articleCode !== null);
      const kept = fixture.decimals ?? manifest.capabilities.decimals;
      expect(decimal(line?.quantity ?? 'none').toFixed()).toBe(round(decimal(quantity), kept.quantity).toFixed());
      expect(decimal(line?.unitPrice ?? 'none').toFixed()).toBe(round(decimal(unitPrice), kept.unitPrice).toFixed());
    });
  });

  async function firstCustomer(session: Session<Books>) {
    const [customer] = (await session.pull('customers', null, { settings })).present.values();
    if (customer === undefined) throw new Error('The books have no customer');
    return customer;
  }

  /** Sends one document with one article, and gives it back as it stands in the books. */
  async function deliver(
    session: Session<Books>,
    more: Partial<OutgoingDocument>,
    line: { readonly quantity: string; readonly unitPrice?: string } = { quantity: '1' },
  ) {
    const articles = [...(await session.pull('articles', null, { settings })).present.values()];
    const article = articles.find((one) => one.unitPrice !== null);
    if (article === undefined) throw new Error('The books have no article with a price');
    const price = line.unitPrice === undefined ? {} : { unitPrice: line.unitPrice, priceChanged: true };
    const document = documentFor(await firstCustomer(session), [articleLine(article, line.quantity, price)], more);
    const request = connector.push.toRequest(document, settings, await session.administration());
    const ctx = await session.context(settings, undefined, 'push');
    valueOf(await connector.push.create(ctx, request.variants[0] ?? null, []));
    const [arrived] = session.simulator.control.documents();
    if (arrived === undefined) throw new Error('Nothing arrived');
    return { arrived, cuts: request.cuts };
  }
}
