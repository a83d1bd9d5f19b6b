import type { Connector, ConnectorContext } from '../../connectors/_kit/connector';
import type { Attachment, RemoteDocument } from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { assertNever, fail, type Result } from '../../connectors/_kit/result';
import type { Json } from '../../connectors/_kit/text';
import type { FrozenDocument, RemoteStore } from '../db/store';
import type { Logger, Time } from '../ports';
import { witnessCalls } from './call-witness';
import { fateOfWrite } from './fate-of-write';

export interface SendParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly time: Time;
  readonly logger: Logger;
}

/** What became of one send; the queue says the same when this is returned. */
export type SendOutcome =
  | { readonly kind: 'booked'; readonly remote: RemoteDocument }
  /** Surely not stored, and sending the same again is no use. */
  | { readonly kind: 'blocked'; readonly problem: Problem }
  /** Surely not carried out; it waits for the next attempt. */
  | { readonly kind: 'not-sent'; readonly problem: Problem }
  /** Nobody knows; it must be looked up first. */
  | { readonly kind: 'unsure'; readonly problem: Problem }
  /** The package answered with a document that belongs to another work order: the office is asked. */
  | { readonly kind: 'held'; readonly problem: Problem };

/**
 * Sends a frozen document once. That it is being sent is on the disk before the first byte leaves, so that a crash at
 * any moment leaves either a document that was never sent or one that is looked up.
 *
 * A variant that the package refuses is followed by the next one; nothing else is ever followed by a second send here.
 * Throws what the store throws: then the entry may still say `sending`, and the caller must treat it as interrupted,
 * also when the package had answered (a failed write after the send is not "not sent").
 *
 * `retryAtMs` tells when, by the wall clock, the office may expect the next attempt; it is shown, not computed with.
 */
export async function sendEntry(
  { store, connector, time, logger }: SendParts,
  ctx: ConnectorContext,
  entry: {
    readonly id: number;
    readonly variant: number;
    readonly frozen: FrozenDocument;
    /** How often the office decided that it must be sent again. */
    readonly resends: number;
    /** PDFs that go in the same call. */
    readonly inCreate: readonly Attachment[];
  },
  retryAtMs: (problem: Problem) => number,
): Promise<SendOutcome> {
  const { queue } = store;
  const { id } = entry;
  const { variants } = entry.frozen.request;

  const create = async (watched: ConnectorContext, body: Json): Promise<Result<RemoteDocument>> => {
    try {
      return await connector.push.create(watched, body, entry.inCreate, entry.resends);
    } catch (error) {
      // A bug of ours, not of the vendor; whether the request had left is unknown.
      return fail(problem('outcome-unknown', 'app-error', { id: logger.bug('delivery', error, { entryId: id }) }));
    }
  };

  for (let variant = entry.variant; ; variant += 1) {
    const body = variants[variant];
    if (body === undefined) throw new Error(`Queue entry ${id} has no variant ${variant}`);
    await queue.sending(id, time.nowMs(), ctx.administration.name);
    const witness = witnessCalls(ctx, time);
    const answer = await create(witness.ctx, body);
    const evidence = { calls: witness.calls(), found: [] };
    if (answer.ok) {
      const taken = await queue.booked(id, answer.value, 'booked', time.nowMs(), { calls: evidence.calls });
      return taken === null ? { kind: 'booked', remote: answer.value } : { kind: 'held', problem: taken };
    }

    const { problem: found } = answer;
    const fate = fateOfWrite(found);
    switch (fate) {
      case 'refused': {
        const isLast = found.kind !== 'rejected' || variants[variant + 1] === undefined;
        if (isLast) {
          await queue.blocked(id, found, time.nowMs(), evidence);
          return { kind: 'blocked', problem: found };
        }
        const next = { atMs: time.nowMs(), variant: variant + 1, countsAsAttempt: true };
        await queue.notSent(id, found, next, time.nowMs(), evidence);
        break;
      }
      case 'not-sent': {
        const countsAsAttempt = found.kind === 'not-allowed';
        const next = { atMs: retryAtMs(found), variant, countsAsAttempt };
        await queue.notSent(id, found, next, time.nowMs(), evidence);
        return { kind: 'not-sent', problem: found };
      }
      case 'unsure':
        await queue.unsure(id, found, time.nowMs(), evidence);
        return { kind: 'unsure', problem: found };
      default:
        return assertNever(fate);
    }
  }
}
