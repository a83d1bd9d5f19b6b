/**
 * Every call that a connector makes, with everything that can go wrong with it. What comes out is either what came out
 * without the fault or a problem of a kind that fits; never half a table, never a second document, never a crash.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connector } from '../../connectors/_kit/connector';
import type { DocumentRequest, RemoteDocument } from '../../connectors/_kit/document';
import type { Resource } from '../../connectors/_kit/model';
import type { ProblemKind } from '../../connectors/_kit/problem';
import type { Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { RunningSimulator, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import type { Fault } from '../../connectors/_kit/simulator/faults';
import { articleLine, documentFor } from './documents';
import { openSession, valueOf, type Session } from './session';

export interface EveryCallFixture<Books> {
  readonly connector: Connector;
  readonly start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>;
  /** Settings under which everything that the connector can do is done. */
  readonly settings: Settings;
  /** How the vendor says that a token is no longer taken. Default: the bare status 401. */
  readonly unauthorized?: Omit<Fault, 'match'>;
  /** Where only some calls can be troubled, and for how long trouble may last; with the reason in words. */
  readonly only?: { readonly path: string; readonly pauseMs: number; readonly reason: string };
}

/** What a piece of work came to: a value to compare, or the kind of problem. */
type Outcome = { readonly value: unknown } | { readonly kind: ProblemKind };
type Work<Books> = (session: Session<Books>) => Promise<Outcome>;

const MINUTE_MS = 60_000;
/** Longer than any pause that a fault below asks for, and than the wait for an answer that does not come. */
const USUAL_PAUSE_MS = 5 * MINUTE_MS;

/** How long a slow answer takes: long, and shorter than anybody waits. */
const SLOW_MS = 5_000;

interface Trouble {
  readonly name: string;
  readonly fault: Omit<Fault, 'match'>;
  readonly kinds: readonly ProblemKind[];
}

const TROUBLES: readonly Trouble[] = [
  { name: 'a server error', fault: { kind: 'status', status: 500 }, kinds: ['maintenance'] },
  {
    name: 'a limit with Retry-After',
    fault: { kind: 'rate-limited', retryAfterSeconds: 30 },
    kinds: ['rate-limited'],
  },
  { name: 'a cut connection', fault: { kind: 'reset-before' }, kinds: ['offline'] },
  { name: 'a truncated answer', fault: { kind: 'truncated' }, kinds: ['bad-response', 'offline'] },
  { name: 'a wrong content type', fault: { kind: 'wrong-content-type' }, kinds: ['bad-response'] },
  { name: 'an answer of another shape', fault: { kind: 'wrong-shape' }, kinds: ['bad-response'] },
  { name: 'a slow answer', fault: { kind: 'slow', delayMs: SLOW_MS }, kinds: ['offline'] },
];
const REFUSED: Trouble = {
  name: 'a refused grant',
  fault: { kind: 'status', status: 401 },
  kinds: ['needs-login', 'not-allowed', 'rejected', 'bad-response', 'rate-limited'],
};

export function everyCall<Books>(fixture: EveryCallFixture<Books>): void {
  const { connector, settings } = fixture;
  const { manifest } = connector;
  const resources = Object.keys(manifest.capabilities.resources) as Resource[];
  const refused: Trouble = { ...REFUSED, fault: fixture.unauthorized ?? REFUSED.fault };
  const path = fixture.only?.path ?? '';
  const pauseMs = fixture.only?.pauseMs ?? USUAL_PAUSE_MS;

  const open = async (): Promise<Session<Books>> => {
    const { session, close } = await openSession(connector, fixture.start, { simulator: { books: 'small' } });
    onTestFinished(close);
    await session.check(undefined, settings);
    return session;
  };

  const reads: Readonly<Record<string, Work<Books>>> = {
    check: async (session) => outcomeOf(await session.check(undefined, settings)),
    ...Object.fromEntries(
      resources.flatMap((resource): [string, Work<Books>][] => [
        [
          `pull of ${resource}`,
          async (session) => {
            const pull = await session.pull(resource, null, { settings });
            if (pull.problem !== null) return { kind: pull.problem.kind };
            return { value: { present: [...pull.present], gone: [...pull.gone], parked: pull.parked } };
          },
        ],
        [
          `ids of ${resource}`,
          async (session) => {
            const ids: string[] = [];
            for await (const page of connector.listIds(await session.context(settings), resource)) {
              if (!page.ok) return { kind: page.problem.kind };
              ids.push(...page.value.externalIds);
            }
            return { value: ids };
          },
        ],
      ]),
    ),
    ...Object.fromEntries(
      manifest.settings
        .filter((field) => field.check === 'live')
        .map(({ key }): [string, Work<Books>] => [
          `check of ${key}`,
          async (session) => outcomeOf(await connector.checkSetting(await session.context(settings), key)),
        ]),
    ),
    ...Object.fromEntries(
      manifest.settings
        .filter(({ kind }) => kind === 'remote-choice' || kind === 'remote-choices' || kind === 'per-employee')
        .map(({ key }): [string, Work<Books>] => [
          `choices of ${key}`,
          async (session) => outcomeOf(await connector.listChoices(await session.context(settings), key)),
        ]),
    ),
  };

  describe(`${manifest.label}: every read, every trouble`, () => {
    it.each(Object.keys(reads).flatMap((name) => [refused, ...TROUBLES].map((trouble) => [name, trouble] as const)))(
      '%s: %s',
      async (name, trouble) => {
        const work = reads[name];
        if (work === undefined) throw new Error(`No work is called ${name}`);
        const session = await open();
        session.simulator.control.clearRequests();
        const clean = await work(session);
        expect(clean).toHaveProperty('value');
        const calls = session.requests(path);
        for (let nth = 1; nth <= calls; nth += 1) {
          session.simulator.control.clearRequests();
          session.simulator.control.fault({ ...trouble.fault, match: { nth, path } });
          const met = await passing(session, trouble, { nth, path }, work(session));
          session.simulator.control.clearFaults();
          expect(wasTroubled(session), `call ${nth} of ${name}`).toBe(true);
          if ('kind' in met) expect(trouble.kinds, `call ${nth} of ${name}`).toContain(met.kind);
          else expect(met, `call ${nth} of ${name}`).toEqual(clean);
          await session.time.advance(pauseMs);
        }
        // Nothing of it lasts.
        expect(await work(session)).toEqual(clean);
      },
    );
  });

  describe(`${manifest.label}: every call of a delivery, every trouble`, () => {
    it.each([refused, ...TROUBLES])('$name', async (trouble) => {
      const session = await open();
      session.simulator.control.clearRequests();
      const first = await prepared(session);
      session.simulator.control.clearRequests();
      valueOf(await send(session, first));
      const calls = session.requests(path);
      for (let nth = 1; nth <= calls; nth += 1) {
        const where = `call ${nth}`;
        const delivery = await prepared(session);
        const before = session.simulator.control.documents().length;
        session.simulator.control.clearRequests();
        session.simulator.control.fault({ ...trouble.fault, match: { nth, path } });
        const sent = await passing(session, trouble, { nth, path }, send(session, delivery));
        session.simulator.control.clearFaults();
        expect(wasTroubled(session), where).toBe(true);
        await session.time.advance(pauseMs);
        const made = session.simulator.control.documents().length - before;
        expect(made, where).toBeLessThanOrEqual(1);
        if (sent.ok) expect(made, where).toBe(1);
        // Whatever is not an unknown outcome says that nothing was stored.
        else if (sent.problem.kind !== 'outcome-unknown') expect(made, where).toBe(0);
        const ctx = await session.context(settings, undefined, 'push');
        const { marker } = delivery.request;
        const { customerExternalId } = delivery;
        const sentAtMs = session.time.nowMs() - pauseMs;
        const found = await connector.push.findByMarker(ctx, { marker, customerExternalId, sentAtMs });
        expect(valueOf(found), where).toHaveLength(made);
      }
    });
  });

  /** A document for the first customer with the first article that has a price. */
  async function prepared(session: Session<Books>): Promise<Delivery> {
    const [customer] = (await session.pull('customers', null, { settings })).present.values();
    const articles = [...(await session.pull('articles', null, { settings })).present.values()];
    const article = articles.find((one) => one.unitPrice !== null);
    if (customer === undefined || article === undefined) throw new Error('The books have no customer or article');
    const document = documentFor(customer, [articleLine(article)]);
    const made = connector.push.toRequest(document, settings, await session.administration());
    // As it comes back from the outbox.
    const request = JSON.parse(JSON.stringify(made)) as DocumentRequest;
    return { request, customerExternalId: customer.externalId };
  }

  async function send(session: Session<Books>, { request }: Delivery): Promise<Result<RemoteDocument>> {
    const ctx = await session.context(settings, undefined, 'push');
    return connector.push.create(ctx, request.variants[0] ?? null, []);
  }
}

interface Delivery {
  readonly request: DocumentRequest;
  readonly customerExternalId: string;
}

const wasTroubled = (session: Session<unknown>): boolean =>
  session.simulator.control.requests().some(({ fault }) => fault !== undefined);

const outcomeOf = (result: Result<unknown>): Outcome =>
  result.ok ? { value: result.value } : { kind: result.problem.kind };

/** Lets time pass while a call is answered slowly, and not otherwise: a wait for an answer must not end early. */
async function passing<T>(
  session: Session<unknown>,
  trouble: Trouble,
  { nth, path }: { readonly nth: number; readonly path: string },
  work: Promise<T>,
): Promise<T> {
  if (trouble.fault.kind !== 'slow') return work;
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  const arrived = (): number =>
    session.simulator.control.requests().filter((request) => request.path.includes(path)).length;
  while (!isDone && arrived() < nth) await new Promise((resolve) => setImmediate(resolve));
  if (!isDone) await session.time.advance(SLOW_MS);
  return done;
}
