import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../db/backups/backup-name';
import type { LogEntry, RemoteStore, UntoldRestore } from '../db/store';
import { storageProblem } from '../db/storage-problem';
import { knownText, textOf, type LogSentence, type TextValues } from '../log/catalogue';
import type { Logger } from '../ports';

/**
 * Writes in the log that a backup was put back, and what may therefore be in the accounting package already. Told at the
 * next start when the app was stopped or the disk refused before it could.
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
  if (restore.sentSince === null) entries.push({ ...messageOf(restore, 'restored-unknown'), level: 'warning' });
  // The last one stands on top.
  entries.push(messageOf(restore, 'restored'));
  await store.log.add(entries);
  await store.info.restoreTold(restore.id);
}

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
