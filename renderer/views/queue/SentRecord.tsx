import { useTranslation } from 'react-i18next';
import type { QueueDetail } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Facts } from '../../ui/Facts';
import { DeliverySteps } from './DeliverySteps';
import { DocumentButton } from './DocumentButton';
import { DocumentNumber } from './DocumentNumber';
import { ExportEntry } from './ExportEntry';
import { OpenDocument } from './OpenDocument';
import { PdfsOfEntry } from './PdfsOfEntry';
import styles from './SentRecord.module.css';

/** What was sent of a work order, in the queue and on the work order itself: the document, its PDFs, and the ledger. */
export function SentRecord({ entry }: { entry: QueueDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { document, request } = entry;
  const attempts = entry.steps.filter(({ step }) => step === 'sending').length;
  return (
    <div className={styles.record}>
      <Facts
        facts={[
          { label: t('ui.customers.one'), value: document?.customer.name ?? (entry.customerName || '–') },
          { label: t('ui.queue.archivedAt'), value: formats.moment(entry.archivedAtMs), isNumber: true },
          ...(entry.documentNumber
            ? [{ label: t('ui.queue.document'), value: <DocumentNumber number={entry.documentNumber} /> }]
            : []),
          ...(entry.totalExclVat === null
            ? []
            : [{ label: t('ui.queue.total'), value: formats.money(entry.totalExclVat), isNumber: true }]),
          ...(entry.nextAttemptAtMs === null
            ? []
            : [{ label: t('ui.queue.nextAttempt'), value: formats.moment(entry.nextAttemptAtMs), isNumber: true }]),
          ...(attempts === 0
            ? []
            : [{ label: t('ui.queue.sentAt'), value: t('ui.sent.attempts', { count: attempts }), isNumber: true }]),
          ...(entry.marker === '' ? [] : [{ label: t('ui.queue.marker'), value: entry.marker }]),
        ]}
      />
      <div className={styles.actions}>
        {entry.state === 'booked' ? <OpenDocument entry={entry} /> : null}
        {document && request ? (
          <DocumentButton
            sent={{ document, request, package: entry.package }}
            entry={entry}
            label={t('ui.queue.showDocument')}
            size="small"
          />
        ) : null}
        <ExportEntry entryId={entry.id} />
      </div>
      <PdfsOfEntry entry={entry} />
      <DeliverySteps entry={entry} />
    </div>
  );
}
