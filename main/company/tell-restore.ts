import { DateTime } from 'luxon';
import { assertNever } from '../../connectors/_kit/result';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import type { LogEntry, RemoteStore, UntoldRestore } from '../db/store';
import { storageProblem } from '../db/storage-problem';
import { knownText, textOf, type LogSentence, type TextValues } from '../log/catalogue';
import type { Logger } from '../ports';

/**
 * Writes in the log that the data are those of another moment or place, and what may therefore be in the accounting package
 * already. Told at the next start when the app was stopped or the disk refused before it could.
 */
export async function tellRestore(store: RemoteStore, logger: Logger): Promise<void> {
  try {
    await tell(store);
  } catch (error) {
    const refusal = storageProblem(error);
    if (refusal === null) throw error;
    logger.warn('company', 'a restore was not told yet', { code: refusal.code });
  }
}

async function tell(store: RemoteStore): Promise<void> {
  const restore = await store.info.untoldRestore();
  if (restore === null) return;
  await store.log.add(messagesOf(restore, await sentSince(store, restore)));
  await store.info.restoreTold(restore.id);
}

/** The last one stands on top. */
function messagesOf(restore: UntoldRestore, sent: readonly LogEntry[]): readonly LogEntry[] {
  switch (restore.reason) {
    case 'backup': {
      const unknown = restore.sentSince === null ? [warning(restore, 'restored-unknown')] : [];
      return [...sent, ...unknown, messageOf(restore, 'restored')];
    }
    case 'elsewhere':
      return [warning(restore, 'data-from-elsewhere')];
    case 'older':
      return [warning(restore, 'data-older')];
    case 'gone':
      return [{ ...warning(restore, 'data-gone'), level: 'error' }];
    default:
      return assertNever(restore.reason);
  }
}

async function sentSince(store: RemoteStore, restore: UntoldRestore): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for (const { workOrder, customer, documentNumber } of restore.sentSince ?? []) {
    // Those that are in the backup too can be opened from the log.
    const recordId = await store.workOrders.idByNumber(workOrder);
    const sentence = documentNumber === null ? 'restored-maybe-sent' : 'restored-sent';
    entries.push({
      ...messageOf(restore, sentence, { workOrder, document: documentNumber ?? '' }),
      level: 'warning',
      table: 'workOrder',
      recordId,
      record: `${workOrder} ${customer}`.trim(),
    });
  }
  return entries;
}

const warning = (restore: UntoldRestore, sentence: LogSentence): LogEntry => ({
  ...messageOf(restore, sentence),
  level: 'warning',
});

function messageOf({ atMs, backupUntilMs }: UntoldRestore, sentence: LogSentence, values: TextValues = {}): LogEntry {
  const moment = DateTime.fromMillis(backupUntilMs, { zone: OFFICE_ZONE }).toFormat('dd-MM-yyyy HH:mm');
  return {
    atMs,
    level: 'approval',
    table: 'link',
    recordId: null,
    record: '',
    message: knownText(`log.${sentence}.message`, { moment, ...values }),
    action: textOf(`log.${sentence}.action`, { moment, ...values }),
    runId: null,
    fold: null,
  };
}
