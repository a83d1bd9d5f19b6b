import type { Attachment } from '../../connectors/_kit/document';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { MAX_FILE_BYTES, MAX_THUMBNAIL_BYTES } from '../../preload/contract/work-order-files';
import type { RemoteStore } from '../db/store';
import { isOfKind } from '../domain/file-content';
import type { Time } from '../ports';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<
  CompanyCalls,
  | 'work-order-files:list'
  | 'work-order-files:bytes'
  | 'work-order-files:thumbnail'
  | 'work-order-files:add'
  | 'work-order-files:set-caption'
  | 'work-order-files:order'
  | 'work-order-files:remove'
  | 'work-order-files:restore'
>;

/** Photos, attachments and signatures of work orders. */
export function createWorkOrderFileCalls(
  { workOrderFiles }: Pick<RemoteStore, 'workOrderFiles'>,
  time: Time,
  events: CompanyEvents,
): Calls {
  const told = async <T>(change: () => Promise<Result<T>>): Promise<Result<T>> => {
    const result = await orStorageProblem(change);
    if (result.ok) events.changed('workOrderFiles');
    return result;
  };
  return {
    'work-order-files:list': (workOrderId) => workOrderFiles.list(workOrderId),
    'work-order-files:bytes': (id) => workOrderFiles.bytes(id),
    'work-order-files:thumbnail': (id) => workOrderFiles.thumbnail(id),
    'work-order-files:add': async (file) => {
      const params = { file: file.name };
      if (file.bytes.byteLength > MAX_FILE_BYTES) {
        return fail(problem('invalid-input', 'file-too-large', { ...params, max: MAX_FILE_BYTES / 1_000_000 }));
      }
      const { thumbnail } = file;
      if (
        !isOfKind(file.kind, file.bytes) ||
        (thumbnail !== null && (thumbnail.byteLength > MAX_THUMBNAIL_BYTES || !isOfKind('photo', thumbnail)))
      ) {
        return fail(problem('invalid-input', 'file-not-readable', params));
      }
      return told(() => workOrderFiles.add(file, time.nowMs()));
    },
    'work-order-files:set-caption': ({ id, caption }) => told(() => workOrderFiles.setCaption(id, caption)),
    'work-order-files:order': ({ workOrderId, ids }) => told(() => workOrderFiles.order(workOrderId, ids)),
    'work-order-files:remove': (id) => told(() => workOrderFiles.remove(id, time.nowMs())),
    'work-order-files:restore': (id) => told(() => workOrderFiles.restore(id)),
  };
}

/** An attachment to keep as a file; photos and signatures are shown by the screens themselves. */
export function createAttachment({
  workOrderFiles,
}: Pick<RemoteStore, 'workOrderFiles'>): (id: number) => Promise<Result<Pick<Attachment, 'fileName' | 'bytes'>>> {
  return async (id) => {
    const [file, bytes] = await Promise.all([workOrderFiles.get(id), workOrderFiles.bytes(id)]);
    if (file?.kind !== 'file' || bytes === null) return fail(problem('invalid-input', 'file-gone'));
    return ok({ fileName: /\.pdf$/i.test(file.name) ? file.name : `${file.name}.pdf`, bytes });
  };
}
