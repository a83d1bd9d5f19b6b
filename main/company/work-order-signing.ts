import { problem } from '../../connectors/_kit/problem';
import { fail } from '../../connectors/_kit/result';
import { MAX_FILE_BYTES } from '../../preload/contract/work-order-files';
import type { RemoteStore } from '../db/store';
import { isOfKind } from '../domain/file-content';
import type { Time } from '../ports';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<CompanyCalls, 'work-orders:sign' | 'work-orders:unsign'>;

/** The customer's signature under a work order as a whole. */
export function createSigningCalls(
  { workOrders }: Pick<RemoteStore, 'workOrders'>,
  time: Time,
  events: CompanyEvents,
): Calls {
  return {
    'work-orders:sign': (signature) =>
      orStorageProblem(async () => {
        if (signature.bytes.byteLength > MAX_FILE_BYTES || !isOfKind('signature', signature.bytes)) {
          return fail(problem('invalid-input', 'file-not-readable', { file: signature.name }));
        }
        const signed = await workOrders.sign(signature, time.nowMs());
        if (signed.ok) events.changed('workOrders', 'workOrderFiles');
        return signed;
      }),
    'work-orders:unsign': (id) =>
      orStorageProblem(async () => {
        const unsigned = await workOrders.unsign(id);
        if (unsigned.ok) events.changed('workOrders', 'workOrderFiles');
        return unsigned;
      }),
  };
}
