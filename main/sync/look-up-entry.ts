import type { Connector, ConnectorContext } from '../../connectors/_kit/connector';
import type { RemoteDocument } from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, type Result } from '../../connectors/_kit/result';
import type { FrozenDocument } from '../db/store';
import type { Logger, Time } from '../ports';

/** What the package has under the marker of a document that was sent with an unknown outcome. */
export type Finding =
  | { readonly kind: 'found'; readonly remote: RemoteDocument }
  /** Something is there that only the office can judge. */
  | { readonly kind: 'question'; readonly problem: Problem; readonly candidates: readonly RemoteDocument[] }
  /** Not there now; whether that may be believed is for the quiet period to say. */
  | { readonly kind: 'absent' }
  /** The package could not be asked. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * How far the clock of this computer may have been ahead when the document was sent. A look-up that starts too late
 * would miss the document and lead to a second one; one that starts too early only reads a few more orders of one
 * customer.
 */
const CLOCK_DOUBT_MS = 3 * 24 * 60 * 60 * 1_000;

/**
 * Looks a document up by its marker. One with the right customer is proof. One with another customer, or several, is a
 * question for the office: adopting the wrong one would leave the right one out. So is one under a marker that its work
 * orders may have shared after a backup was made (`doubtedMarkers`). `sentAtMs`: wall clock of the send.
 */
export async function lookUpEntry(
  { connector, time, logger }: { readonly connector: Connector; readonly time: Time; readonly logger: Logger },
  ctx: ConnectorContext,
  entry: {
    readonly id: number;
    readonly frozen: FrozenDocument;
    readonly sentAtMs: number;
    readonly doubtedMarkers: readonly string[];
  },
): Promise<Finding> {
  const { marker, document } = entry.frozen;
  const customerExternalId = document.customer.externalId;
  const sentAtMs = Math.min(entry.sentAtMs, time.nowMs()) - CLOCK_DOUBT_MS;

  const find = async (wanted: string): Promise<Result<readonly RemoteDocument[]>> => {
    try {
      return await connector.push.findByMarker(ctx, { marker: wanted, customerExternalId, sentAtMs });
    } catch (error) {
      return fail(problem('bad-response', 'app-error', { id: logger.bug('look-up', error, { entryId: entry.id }) }));
    }
  };

  const found = await find(marker);
  if (!found.ok) return { kind: 'failed', problem: found.problem };
  /** Not under its own marker; whether it may stand on the document of another work order. */
  const absentUnlessShared = async (): Promise<Finding> => {
    const candidates: RemoteDocument[] = [];
    for (const other of entry.doubtedMarkers) {
      const shared = await find(other);
      if (!shared.ok) return { kind: 'failed', problem: shared.problem };
      candidates.push(...shared.value);
    }
    if (candidates.length === 0) return { kind: 'absent' };
    const documents = [...new Set(candidates.map((one) => one.number))].join(', ');
    return { kind: 'question', problem: problem('blocked', 'maybe-on-other-document', { documents }), candidates };
  };

  // A list that shifts while it is read may give the same document twice.
  const different = [...new Map(found.value.map((one) => [one.externalId, one])).values()];
  const [first, ...others] = different;
  if (first === undefined) return absentUnlessShared();
  if (others.length > 0) {
    const documents = different.map((one) => one.number).join(', ');
    const twice = problem('blocked', 'found-twice', { number: different.length, documents });
    return { kind: 'question', problem: twice, candidates: different };
  }
  if (first.customerExternalId === customerExternalId) return { kind: 'found', remote: first };
  const other = problem('blocked', 'found-other-customer', { document: first.number });
  return { kind: 'question', problem: other, candidates: different };
}
