/**
 * The engine broken on purpose, in the ways in which such engines are known to be wrong. A chaos that does not catch each of
 * them says nothing when it finds nothing.
 */
import type { AttachTask, Connector, Push, Secrets } from '../../connectors/_kit/connector';
import type { RemoteDocument } from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { Json } from '../../connectors/_kit/text';
import { StorageError } from '../../main/db/storage-error';
import type { RemoteStore } from '../../main/db/store';
import type { Fetch, Time } from '../../main/ports';
import { createConnection, type Connection } from '../../main/sync/connection';
import type { Violation } from './violation';

/** What the engine gets from outside: there it can be broken without touching its code. */
export interface BreakableParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly secrets: () => Promise<Secrets>;
  readonly keepSecrets: (secrets: Secrets) => Promise<void>;
  readonly fetch: Fetch;
  readonly time: Time;
  /** What stands in the package, newest last. */
  readonly documents: () => readonly SimulatedDocument[];
  /** Another connection than the one made of these parts. */
  readonly connection?: (right: Connection) => Connection;
}

export type Breaker = (parts: BreakableParts) => BreakableParts;

export interface Break {
  readonly what: string;
  /** By which violations it is known; others may follow from it, and say less. */
  readonly shows: readonly Violation['kind'][];
  /** The package in which it can be seen. */
  readonly package: string;
  /** Of a world that shows it, for a quick look; to be found anew when the troubles that a seed draws change. */
  readonly seed?: number;
  readonly breaker: Breaker;
  /** A backup that is put back is gone on with as if nothing had happened. */
  readonly forgetsRestore?: boolean;
  /** Shows only where the office puts work orders together. */
  readonly together?: true;
  /** How many programs run at once on the same data; default 1. */
  readonly instances?: number;
}

type Create = Push['create'];

const withPush = (parts: BreakableParts, push: Partial<Push>): BreakableParts => ({
  ...parts,
  connector: { ...parts.connector, push: { ...parts.connector.push, ...push } },
});

const withQueue = (parts: BreakableParts, queue: Partial<RemoteStore['queue']>): BreakableParts => ({
  ...parts,
  store: { ...parts.store, queue: { ...parts.store.queue, ...queue } },
});

/** Turns what `create` answers into something else. */
const answering =
  (turn: (found: Problem) => Problem | null): Breaker =>
  (parts) => {
    const create: Create = async (ctx, body, attachments) => {
      const answer = await parts.connector.push.create(ctx, body, attachments);
      return answer.ok ? answer : fail(turn(answer.problem) ?? answer.problem);
    };
    return withPush(parts, { create });
  };

/** An unknown outcome for one of these reasons is taken for "surely not sent". */
const sentAgainAfter = (reasons: RegExp): Breaker =>
  answering((found) =>
    found.kind === 'outcome-unknown' && reasons.test(String(found.params.reason))
      ? problem('offline', 'connection-lost', { host: 'x' })
      : null,
  );

const TIME_OUT = /^timed-out$/;
const RESET = /^connection-lost$/;
const SERVER_ERROR = /^status-/;
const BROKEN_BODY = /^answer-/;

const remoteOf = (marker: string): RemoteDocument => ({
  externalId: 'never-asked',
  number: '0',
  marker,
  customerExternalId: '',
  totalExclVat: null,
  totalInclVat: null,
});

const DOUBLE: Break['shows'] = ['duplicated'];

const WHOLE = (text: string): Json => JSON.parse(text) as Json;

export const BREAKS: Readonly<Record<string, Break>> = {
  'timeout-is-final': {
    what: 'A time-out counts as refused for good.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 1,
    breaker: answering((found) =>
      found.kind === 'outcome-unknown' && TIME_OUT.test(String(found.params.reason))
        ? problem('rejected', 'rejected', { text: 'time-out' })
        : null,
    ),
  },
  'other-reference': {
    what: 'The marker that is sent is not the one that was stored.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 1,
    breaker: (parts) => {
      let sent = 0;
      const create: Create = (ctx, body, attachments) => {
        sent += 1;
        const other = JSON.stringify(body).replaceAll(/SK-[0-9A-Z]+-/g, `SK-OTHER${sent}-`);
        return parts.connector.push.create(ctx, WHOLE(other), attachments);
      };
      return withPush(parts, { create });
    },
  },
  'intent-after-send': {
    what: 'That a document is being sent is written after it was sent.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 5,
    breaker: (parts) => {
      const { queue } = parts.store;
      const late = new Map<number, number>();
      const first = async (id: number): Promise<void> => {
        const atMs = late.get(id);
        late.delete(id);
        if (atMs !== undefined) await queue.sending(id, atMs);
      };
      return withQueue(parts, {
        sending: (id, atMs) => Promise.resolve(void late.set(id, atMs)),
        booked: async (id, ...rest) => {
          await first(id);
          return queue.booked(id, ...rest);
        },
        notSent: async (id, ...rest) => {
          await first(id);
          return queue.notSent(id, ...rest);
        },
        unsure: async (id, ...rest) => {
          await first(id);
          return queue.unsure(id, ...rest);
        },
        blocked: async (id, ...rest) => {
          await first(id);
          return queue.blocked(id, ...rest);
        },
      });
    },
  },
  'done-before-send': {
    what: 'A document counts as booked before it is sent.',
    shows: ['lost'],
    package: 'snelstart',
    seed: 1,
    breaker: (parts) => {
      const { queue } = parts.store;
      const nothing = (): Promise<void> => Promise.resolve();
      return withQueue(parts, {
        sending: async (id, atMs) => {
          await queue.sending(id, atMs);
          const entry = await queue.entry(id);
          await queue.booked(id, remoteOf(entry?.frozen?.marker ?? ''), 'booked', atMs);
        },
        booked: () => Promise.resolve(null),
        notSent: nothing,
        unsure: nothing,
        blocked: nothing,
        absent: nothing,
        released: nothing,
        held: nothing,
      });
    },
  },
  'restart-forgets-sending': {
    what: 'What was being sent when the program ended is sent again without looking.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 12,
    breaker: (parts) => {
      const { queue } = parts.store;
      return withQueue(parts, {
        recoverInterrupted: async (atMs) => {
          const ids = await queue.recoverInterrupted(atMs);
          for (const id of ids) await queue.released(id, 'look-up', atMs);
          return ids;
        },
      });
    },
  },
  'look-up-first-page': {
    what: 'A look-up reads the first page only.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 1,
    breaker: (parts) => {
      const PAGE = 3;
      const findByMarker: Push['findByMarker'] = async (ctx, query) => {
        const found = await parts.connector.push.findByMarker(ctx, query);
        if (!found.ok) return found;
        const page = new Set(
          parts
            .documents()
            .slice(0, PAGE)
            .map(({ id }) => id),
        );
        return { ok: true, value: found.value.filter(({ externalId }) => page.has(externalId)) };
      };
      return withPush(parts, { findByMarker });
    },
  },
  'no-quiet-period': {
    what: 'Absence is believed at once, while a document may still arrive.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 2,
    breaker: (parts) => {
      const { manifest } = parts.connector;
      const lookUp = { ...manifest.capabilities.lookUp, quietMs: 0, repeatMs: 0 };
      const capabilities = { ...manifest.capabilities, lookUp };
      return { ...parts, connector: { ...parts.connector, manifest: { ...manifest, capabilities } } };
    },
  },
  'outbox-no-lookup': {
    what: 'A document whose outcome is unknown is sent again without looking.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 1,
    breaker: sentAgainAfter(/./),
  },
  'no-lookup-after-timeout': {
    what: 'After a time-out a document is sent again without looking.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 1,
    breaker: sentAgainAfter(TIME_OUT),
  },
  'no-lookup-after-reset': {
    what: 'After a cut connection a document is sent again without looking.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 1,
    breaker: sentAgainAfter(RESET),
  },
  'no-lookup-after-server-error': {
    what: 'After a server error a document is sent again without looking.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 16,
    breaker: sentAgainAfter(SERVER_ERROR),
  },
  'no-lookup-after-broken-body': {
    what: 'After an answer that cannot be read a document is sent again without looking.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 6,
    breaker: sentAgainAfter(BROKEN_BODY),
  },
  'token-used-before-kept': {
    what: 'A new refresh token is used and never kept.',
    shows: ['logged-out'],
    package: 'exact-online',
    seed: 5,
    breaker: (parts) => {
      let held: Secrets | null = null;
      return {
        ...parts,
        secrets: async () => held ?? (await parts.secrets()),
        keepSecrets: (secrets) => Promise.resolve(void (held = secrets)),
      };
    },
  },
  'two-refreshes': {
    what: 'Pulls and deliveries each renew the login by themselves.',
    shows: ['two-renewals', 'logged-out'],
    package: 'exact-online',
    seed: 1,
    breaker: (parts) => ({
      ...parts,
      connection: (right) => {
        let own: Secrets | null = null;
        const second = createConnection({
          ...parts,
          clock: parts.time,
          sleep: parts.time.sleep,
          secrets: async () => (own ??= await parts.secrets()),
          keepSecrets: async (secrets) => {
            own = secrets;
            await parts.keepSecrets(secrets);
          },
        });
        return {
          ...right,
          context: (administration, settings, signal, lane) =>
            (lane === 'push' ? second : right).context(administration, settings, signal, lane),
        };
      },
    }),
  },
  'failed-write-is-not-sent': {
    what: 'When the answer cannot be written down, the document counts as not sent.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 16,
    breaker: (parts) => {
      const { queue } = parts.store;
      return withQueue(parts, {
        booked: async (id, remote, step, atMs) => {
          try {
            return await queue.booked(id, remote, step, atMs);
          } catch (error) {
            if (!(error instanceof StorageError) || step === 'found') throw error;
            const failed = problem('storage', 'storage-full');
            await queue.notSent(id, failed, { atMs, variant: 0, countsAsAttempt: true }, atMs);
            return null;
          }
        },
      });
    },
  },
  'two-programs': {
    what: 'Nothing keeps a second program from working on the same data.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 39,
    breaker: (parts) => parts,
    instances: 2,
  },
  'retry-after-ignored': {
    what: 'A package that asks to wait is called all the same.',
    shows: ['impatient'],
    package: 'snelstart',
    seed: 1,
    breaker: (parts) => ({
      ...parts,
      fetch: async (url, init) => {
        const response = await parts.fetch(url, init);
        if (response.status !== 429) return response;
        const headers = new Headers(response.headers);
        headers.set('retry-after', '0');
        return new Response(response.body, { status: 429, headers });
      },
    }),
  },
  'quiet-period-on-wall-clock': {
    what: 'The quiet period is measured by a clock that can be set.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 18,
    breaker: (parts) => ({
      ...parts,
      time: { ...parts.time, monotonicMs: parts.time.nowMs },
      // Pauses of the connection stay as they are.
      connection: () => createConnection({ ...parts, clock: parts.time, sleep: parts.time.sleep }),
    }),
  },
  'pause-forgotten-at-restart': {
    what: 'A package that asked to wait is called as soon as the program is started again.',
    shows: ['impatient'],
    package: 'snelstart',
    seed: 9,
    breaker: (parts) => ({
      ...parts,
      store: { ...parts.store, limits: { ...parts.store.limits, pauseOf: () => Promise.resolve(null) } },
    }),
  },
  'pdf-sent-again': {
    what: 'A PDF whose outcome is unknown is put again without looking.',
    shows: ['wrong-pdfs'],
    package: 'visma-net',
    breaker: (parts) => {
      const { attaching } = parts.connector.push;
      if (attaching === undefined) throw new Error('This package takes no PDFs');
      const answered = new Set<string>();
      const nameOf = ({ attachment, remote }: AttachTask): string => `${remote.externalId} ${attachment.fileName}`;
      return withPush(parts, {
        attaching: {
          ...attaching,
          put: async (ctx, task) => {
            const answer = await attaching.put(ctx, task);
            if (answer.ok) answered.add(nameOf(task));
            return answer;
          },
          find: (_ctx, task) => Promise.resolve(ok(answered.has(nameOf(task)))),
        },
      });
    },
  },
  'combine-forgets-member': {
    what: 'The lines of the last work order are left off a document of several.',
    shows: ['lost'],
    package: 'snelstart',
    seed: 1,
    together: true,
    breaker: (parts) =>
      withPush(parts, {
        toRequest: (document, ...rest) => {
          const from = document.lines.findLastIndex(({ kind }) => kind === 'work-order');
          const lines = from > 0 ? document.lines.slice(0, from) : document.lines;
          return parts.connector.push.toRequest({ ...document, lines }, ...rest);
        },
      }),
  },
  'combine-sends-member-too': {
    what: 'A document of several work orders is sent again under the marker of the second one.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 1,
    together: true,
    breaker: (parts) => {
      const create: Create = async (ctx, body, attachments) => {
        const text = JSON.stringify(body);
        const [, second] = [...text.matchAll(/Werkbon (\d+), /g)].map(([, number]) => number);
        if (second !== undefined) {
          const other = text.replaceAll(/(SK-[0-9A-Z]+)-\d+-1/g, `$1-${second}-1`);
          await parts.connector.push.create(ctx, WHOLE(other), attachments);
        }
        return parts.connector.push.create(ctx, body, attachments);
      };
      return withPush(parts, { create });
    },
  },
  'restore-without-looking': {
    what: 'What stands in a backup that is put back is sent as if nothing had happened since.',
    shows: DOUBLE,
    package: 'snelstart',
    seed: 7,
    breaker: (parts) => parts,
    forgetsRestore: true,
  },
};
