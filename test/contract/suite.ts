/**
 * What every connector must do, against its simulator over real HTTP. A package brings a fixture; what its vendor cannot
 * do is left out with a reason in words.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connector, Secrets } from '../../connectors/_kit/connector';
import type { DocumentRequest } from '../../connectors/_kit/document';
import type { Resource } from '../../connectors/_kit/model';
import type { Settings } from '../../connectors/_kit/settings';
import type { BooksSize, RunningSimulator, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import type { Fault, FaultKind, FaultMatch } from '../../connectors/_kit/simulator/faults';
import { articleLine, documentFor } from './documents';
import { openSession, valueOf, type Session, type SessionOptions } from './session';

export interface ContractFixture<Books> {
  readonly connector: Connector;
  readonly start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>;
  /** Secrets that the package refuses, made of right ones. */
  readonly wrongSecrets: (right: Secrets) => Secrets;
  /** Settings under which documents are made. */
  readonly settings: Settings;
  /**
   * A table that is read in pages, and books in which it has several. A vendor without pages gives a long list in portions
   * under certain settings only.
   */
  readonly paged: {
    readonly resource: Extract<Resource, 'customers' | 'articles'>;
    readonly books: BooksSize;
    readonly quirks?: Readonly<Record<string, string>>;
    readonly settings?: Settings;
  };
  /** The requests that are meant: by their path, or by their operation where one address serves every call. */
  readonly paths: {
    /** `/artikelen`, or the name of an operation. */
    readonly paged: string;
    readonly create: FaultMatch & { readonly path: string };
    readonly lookUp: FaultMatch;
  };
  /**
   * Why the outcome of a create may be known although the body of its answer is damaged: the vendor names what it made in a
   * header, for instance. Then either that or an unknown outcome is right.
   */
  readonly knownWithoutBody?: string;
  /** Requests that a table may cost when nothing changed since its mark. */
  readonly requestsWhenUnchanged: number;
  /** What the office does in the package; each returns the id of the record it is about. */
  readonly office: {
    readonly change: (books: Books) => string;
    readonly deactivate: (books: Books) => string;
    /** Makes a record that no answer can be read from. */
    readonly distort: (books: Books) => string;
    /** All tokens that were given out stop. */
    readonly endGrants: (books: Books) => void;
    /** A copy of a document of ours, with the same marker. */
    readonly copyDocument: (books: Books, marker: string) => void;
  };
}

const UNREADABLE: readonly FaultKind[] = [
  'html',
  'truncated',
  'truncated-headers',
  'wrong-content-type',
  'empty',
  'bad-json',
  'wrong-shape',
  'bad-gzip',
];
const MINUTE_MS = 60_000;

export function connectorContract<Books>(fixture: ContractFixture<Books>): void {
  const { connector, paged, paths } = fixture;

  const open = async (options: SessionOptions = {}): Promise<Session<Books>> => {
    const { session, close } = await openSession(connector, fixture.start, options);
    onTestFinished(close);
    return session;
  };
  const openPaged = (options: SessionOptions = {}): Promise<Session<Books>> =>
    open({
      ...options,
      settings: paged.settings ?? {},
      simulator: { books: paged.books, quirks: paged.quirks ?? {}, ...options.simulator },
    });
  const onPages = (kind: FaultKind, more: Partial<Fault> = {}, nth = 2): Fault => ({
    kind,
    match: {
      ...(paths.paged.startsWith('/') ? { method: 'GET', path: paths.paged } : { operation: paths.paged }),
      nth,
    },
    ...more,
  });
  const onCreate = (kind: FaultKind, more: Partial<Fault> = {}): Fault => ({ kind, match: paths.create, ...more });

  /** A document for the first customer with the first article that has a price. */
  const prepared = async (session: Session<Books>): Promise<DocumentRequest> => {
    const customers = await session.pull('customers');
    const articles = await session.pull('articles', null, { settings: fixture.settings });
    const [customer] = customers.present.values();
    const article = [...articles.present.values()].find((one) => one.unitPrice !== null);
    if (customer === undefined || article === undefined) throw new Error('The books have no customer or article');
    const document = documentFor(customer, [articleLine(article)]);
    const request = connector.push.toRequest(document, fixture.settings, await session.administration());
    session.simulator.control.clearRequests();
    // As it comes back from the outbox.
    return JSON.parse(JSON.stringify(request)) as DocumentRequest;
  };
  const create = async (session: Session<Books>, request: DocumentRequest, signal?: AbortSignal) =>
    connector.push.create(await session.context(fixture.settings, signal, 'push'), request.variants[0] ?? null, []);
  const lookUp = async (session: Session<Books>, marker: string) =>
    connector.push.findByMarker(await session.context(fixture.settings, undefined, 'push'), {
      marker,
      customerExternalId: '',
      sentAtMs: session.time.nowMs(),
    });

  describe(`${connector.manifest.label}: link`, () => {
    it('tells which administration is behind it, the same one each time', async () => {
      const session = await open();
      const first = valueOf(await session.check());
      expect(first.id).not.toBe('');
      expect(first.name).not.toBe('');
      expect(valueOf(await session.check())).toEqual(first);
    });

    it('needs a login when it is refused, says so in Dutch and tells what to do', async () => {
      const session = await open({ secrets: fixture.wrongSecrets });
      const refused = await session.check();
      expect(refused).toMatchObject({ ok: false, problem: { kind: 'needs-login' } });
      if (refused.ok) return;
      expect(refused.problem.text?.message.nl).toMatch(/\w/);
      expect(refused.problem.text?.action?.nl).toMatch(/\w/);
    });

    it('never shows a secret in a problem', async () => {
      let given: Secrets = {};
      const session = await open({ secrets: (right) => (given = fixture.wrongSecrets(right)) });
      const shown = JSON.stringify(await session.check());
      for (const secret of Object.values(given)) expect(shown).not.toContain(secret);
    });

    it('is offline when nothing listens', async () => {
      const session = await open();
      session.simulator.control.fault({ kind: 'refuse', match: {} });
      await session.check();
      expect(await session.check()).toMatchObject({ ok: false, problem: { kind: 'offline' } });
    });
  });

  describe(`${connector.manifest.label}: pull`, () => {
    it('reads every page, each with its mark, and every record once', async () => {
      const session = await openPaged();
      const pull = await session.pull(paged.resource);
      expect(pull.problem).toBeNull();
      expect(pull.pages.length).toBeGreaterThan(1);
      expect(pull.parked).toEqual([]);
      const ids = pull.pages.flatMap((page) =>
        page.records.map((one) => (one.kind === 'gone' ? one.externalId : one.record.externalId)),
      );
      expect(new Set(ids).size).toBe(ids.length);
      const listed = await session.listIds(paged.resource);
      expect([...pull.present.keys()].sort()).toEqual([...listed.ids].sort());
      expect(listed.rowsSeen).toBeGreaterThanOrEqual(listed.ids.length);
    });

    it('costs next to nothing when nothing changed since its own mark', async () => {
      const session = await openPaged();
      const first = await session.pull(paged.resource);
      session.simulator.control.clearRequests();
      const second = await session.pull(paged.resource, first.mark);
      expect(second.problem).toBeNull();
      expect(session.requests()).toBeLessThanOrEqual(fixture.requestsWhenUnchanged);
      for (const [id, record] of second.present) expect(record).toEqual(first.present.get(id));
    });

    it('brings what changed after its mark, and what became inactive', async () => {
      const session = await openPaged();
      const first = await session.pull(paged.resource);
      await session.time.advance(MINUTE_MS);
      const changed = fixture.office.change(session.books);
      const inactive = fixture.office.deactivate(session.books);
      const second = await session.pull(paged.resource, first.mark);
      expect(second.present.get(changed)).not.toEqual(first.present.get(changed));
      // What merely stays away from the lists is for the clean-up to see.
      const isTold = connector.manifest.capabilities.resources[paged.resource]?.deletions !== 'absence';
      expect(second.gone.get(inactive)).toBe(isTold ? 'inactive' : undefined);
      expect((await session.listIds(paged.resource)).ids).not.toContain(inactive);
    });

    it('goes on where it was when the app was quit half way, without reading all again', async () => {
      const session = await openPaged();
      const whole = await session.pull(paged.resource);
      const pagesInAll = session.requests(paths.paged);
      const firstHalf = await session.pull(paged.resource, null, { pageLimit: Math.floor(whole.pages.length / 2) });
      session.simulator.control.clearRequests();
      const secondHalf = await session.pull(paged.resource, firstHalf.mark);
      expect(new Map([...firstHalf.present, ...secondHalf.present])).toEqual(whole.present);
      expect(session.requests(paths.paged)).toBeLessThan(pagesInAll);
    });

    it('goes on from every page it can be stopped at', async () => {
      const session = await openPaged();
      const whole = await session.pull(paged.resource);
      for (const page of whole.pages.slice(0, -1)) {
        const rest = await session.pull(paged.resource, page.mark);
        expect(rest.problem).toBeNull();
        const before = whole.pages.slice(0, whole.pages.indexOf(page) + 1);
        const ids = before
          .flatMap((one) => one.records)
          .map((one) => (one.kind === 'gone' ? one.externalId : one.record.externalId));
        expect(new Set([...ids, ...rest.present.keys(), ...rest.gone.keys()]).size).toBe(
          whole.present.size + whole.gone.size,
        );
      }
    });

    it('parks a record that cannot be read, by its id, and reads the others', async () => {
      const session = await openPaged();
      const bad = fixture.office.distort(session.books);
      const pull = await session.pull(paged.resource);
      expect(pull.problem).toBeNull();
      expect(pull.parked).toMatchObject([{ externalId: bad, problem: { kind: 'bad-response' } }]);
      expect(pull.parked[0]?.label).not.toBe('');
      expect(pull.present.has(bad)).toBe(false);
      expect(pull.present.size).toBeGreaterThan(10);
      // It is there, so the clean-up must not take it for gone.
      expect((await session.listIds(paged.resource)).ids).toContain(bad);
    });

    it('goes on when the grant ends half way', async () => {
      const session = await openPaged();
      let pages = 0;
      const pull = await session.pull(paged.resource, null, {
        afterPage: () => {
          pages += 1;
          if (pages === 1) fixture.office.endGrants(session.books);
        },
      });
      expect(pull.problem).toBeNull();
      expect(pull.pages.length).toBeGreaterThan(1);
    });

    it('stops at a limit, leaves the package alone as long as it asks, and goes on', async () => {
      const session = await openPaged();
      session.simulator.control.fault(onPages('rate-limited', { retryAfterSeconds: 40 }));
      const first = await session.pull(paged.resource);
      expect(first.problem).toMatchObject({ kind: 'rate-limited', retryAfterMs: 40_000 });
      session.simulator.control.clearRequests();
      await session.time.advance(39_000);
      const tooEarly = await session.pull(paged.resource, first.mark);
      expect(tooEarly.problem?.kind).toBe('rate-limited');
      expect(session.requests()).toBe(0);
      await session.time.advance(1_000);
      expect((await session.pull(paged.resource, first.mark)).problem).toBeNull();
    });

    it.each([
      ['a server error', onPages('status', { status: 500 }), 'maintenance'],
      ['maintenance', onPages('status', { status: 503, retryAfterSeconds: 30 }), 'maintenance'],
      ['a broken gateway', onPages('status', { status: 502, body: '<html>Bad Gateway</html>' }), 'bad-response'],
      [
        'a redirect to a login page',
        onPages('status', { status: 301, headers: { location: 'http://127.0.0.1:1/' } }),
        'bad-response',
      ],
      ['a reset connection', onPages('reset-before'), 'offline'],
    ] satisfies [string, Fault, string][])(
      'keeps what it had after %s, and goes on from there',
      async (_what, fault, kind) => {
        const session = await openPaged();
        session.simulator.control.fault(fault);
        const broken = await session.pull(paged.resource);
        expect(broken.problem?.kind).toBe(kind);
        expect(broken.pages).toHaveLength(1);
        await session.time.advance(MINUTE_MS);
        const rest = await session.pull(paged.resource, broken.mark);
        expect(rest.problem).toBeNull();
        expect(new Set([...broken.present.keys(), ...rest.present.keys()]).size).toBe(
          (await session.listIds(paged.resource)).ids.length,
        );
      },
    );

    it.each(UNREADABLE)('does not take a page that is damaged: %s', async (kind) => {
      const session = await openPaged();
      session.simulator.control.fault(onPages(kind));
      const broken = await session.pull(paged.resource);
      expect(broken.problem?.kind).toMatch(/^(bad-response|offline)$/);
      expect(broken.pages).toHaveLength(1);
      expect((await session.pull(paged.resource, broken.mark)).problem).toBeNull();
    });

    it('gives up on a page that never ends', async () => {
      const session = await openPaged();
      await session.administration();
      session.simulator.control.fault(onPages('timeout-before', {}, 1));
      const pull = session.pull(paged.resource);
      await session.arrived(paths.paged);
      await session.time.advance(MINUTE_MS);
      expect((await pull).problem).toMatchObject({ kind: 'offline', code: 'timed-out' });
    });

    it('stops on request, between pages and within one', async () => {
      const session = await openPaged();
      const stop = new AbortController();
      const pull = await session.pull(paged.resource, null, { signal: stop.signal, afterPage: () => stop.abort() });
      expect(pull.problem?.kind).toBe('cancelled');
      expect(pull.pages).toHaveLength(1);
    });
  });

  describe(`${connector.manifest.label}: push`, () => {
    it('makes one document, and finds it back by its marker', async () => {
      const session = await open();
      const request = await prepared(session);
      const made = valueOf(await create(session, request));
      expect(made).toMatchObject({ marker: request.marker });
      expect(made.externalId).not.toBe('');
      expect(made.number).not.toBe('');
      expect(session.simulator.control.documents()).toMatchObject([{ id: made.externalId, number: made.number }]);
      expect(valueOf(await lookUp(session, request.marker))).toEqual([made]);
    });

    it('makes the same request for the same document', async () => {
      const session = await open();
      const [customer] = (await session.pull('customers')).present.values();
      const [article] = (await session.pull('articles', null, { settings: fixture.settings })).present.values();
      if (customer === undefined || article === undefined) throw new Error('The books have no customer or article');
      const document = documentFor(customer, [articleLine(article)]);
      const administration = await session.administration();
      const request = connector.push.toRequest(document, fixture.settings, administration);
      expect(connector.push.toRequest(document, fixture.settings, administration)).toEqual(request);
      expect(JSON.parse(JSON.stringify(request))).toEqual(request);
    });

    it('does not find a marker that is not there, nor one that only begins alike', async () => {
      const session = await open();
      const request = await prepared(session);
      valueOf(await create(session, request));
      expect(valueOf(await lookUp(session, `${request.marker}0`))).toEqual([]);
      expect(valueOf(await lookUp(session, request.marker.slice(0, -1)))).toEqual([]);
    });

    it('finds every document with the marker', async () => {
      const session = await open();
      const request = await prepared(session);
      valueOf(await create(session, request));
      fixture.office.copyDocument(session.books, request.marker);
      expect(valueOf(await lookUp(session, request.marker))).toHaveLength(2);
    });

    it.each([
      ['a time-out after it was accepted', onCreate('timeout-after-commit'), 1],
      ['a time-out before it was read', onCreate('timeout-before'), 0],
      ['a reset after it was accepted', onCreate('reset-after-commit'), 1],
      ['a reset before it was read', onCreate('reset-before'), 0],
      ['a server error after it was accepted', onCreate('status', { status: 500, afterCommit: true }), 1],
      ['a server error', onCreate('status', { status: 500 }), 0],
      ['a gateway time-out', onCreate('status', { status: 504, afterCommit: true }), 1],
      ['a redirect', onCreate('status', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }), 0],
      ...UNREADABLE.map((kind): [string, Fault, number] => [
        `an answer that is damaged (${kind})`,
        onCreate(kind, { afterCommit: true }),
        1,
      ]),
    ] satisfies [string, Fault, number][])(
      'does not know the outcome after %s, and a look-up tells',
      async (_what, fault, documents) => {
        const session = await open();
        const request = await prepared(session);
        session.simulator.control.fault(fault);
        const sending = create(session, request);
        if (fault.kind.startsWith('timeout')) {
          await session.arrived(paths.create.path);
          await session.time.advance(MINUTE_MS);
        }
        const outcome = await sending;
        const made = session.simulator.control.documents();
        const isDamaged = fixture.knownWithoutBody !== undefined && UNREADABLE.includes(fault.kind);
        if (isDamaged && outcome.ok) expect(made).toMatchObject([{ id: outcome.value.externalId }]);
        else expect(outcome).toMatchObject({ ok: false, problem: { kind: 'outcome-unknown' } });
        expect(made).toHaveLength(documents);
        expect(valueOf(await lookUp(session, request.marker))).toHaveLength(documents);
      },
    );

    it('surely sent nothing when nothing listens', async () => {
      const session = await open();
      const request = await prepared(session);
      session.simulator.control.fault({ kind: 'refuse', match: paths.create });
      await create(session, request);
      expect(await create(session, request)).toMatchObject({ ok: false, problem: { kind: 'offline' } });
      session.simulator.control.clearFaults();
      expect(session.simulator.control.documents()).toEqual([]);
    });

    it('sends once more by itself when only the grant had ended, and makes one document', async () => {
      const session = await open();
      const request = await prepared(session);
      fixture.office.endGrants(session.books);
      expect((await create(session, request)).ok).toBe(true);
      expect(session.simulator.control.documents()).toHaveLength(1);
    });

    it('was surely not carried out at a limit', async () => {
      const session = await open();
      const request = await prepared(session);
      session.simulator.control.fault(onCreate('rate-limited', { retryAfterSeconds: 20 }));
      expect(await create(session, request)).toMatchObject({ problem: { kind: 'rate-limited', retryAfterMs: 20_000 } });
      expect(session.simulator.control.documents()).toEqual([]);
    });

    it.each<[string, Fault]>([
      ['out of order', { kind: 'status', status: 500, match: { ...paths.lookUp, times: 5 } }],
      ['damaged', { kind: 'truncated', match: { ...paths.lookUp, times: 5 } }],
      ['of another shape', { kind: 'wrong-shape', match: { ...paths.lookUp, times: 5 } }],
    ])('never takes a look-up that is %s for absence', async (_what, fault) => {
      const session = await open();
      const request = await prepared(session);
      session.simulator.control.fault(fault);
      expect((await lookUp(session, request.marker)).ok).toBe(false);
    });

    it('is not sent when it was stopped before, and unknown when it was stopped after', async () => {
      const session = await open();
      const request = await prepared(session);
      expect(await create(session, request, AbortSignal.abort())).toMatchObject({ problem: { kind: 'cancelled' } });
      expect(session.requests(paths.create.path)).toBe(0);
      session.simulator.control.fault(onCreate('timeout-after-commit'));
      const stop = new AbortController();
      const sending = create(session, request, stop.signal);
      await session.arrived(paths.create.path);
      stop.abort();
      expect(await sending).toMatchObject({ problem: { kind: 'outcome-unknown' } });
      expect(valueOf(await lookUp(session, request.marker))).toHaveLength(1);
    });
  });
}
