import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mendedBy } from '../../../preload/contract/queue-decisions';
import type { QueueRow } from '../../../preload/contract/views';
import { numbersOf } from '../../../preload/contract/work-order-numbers';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { endOfPause } from '../../shell/end-of-pause';
import type { Column } from '../../ui/DataTable';
import { DeliveryTag } from './DeliveryTag';
import { PdfTag } from './PdfTag';
import type { QueueBox } from './queue-choice';
import { QueueActionButton } from './QueueActionButton';
import type { QueueItem } from './queue-items';
import { sentPdfs } from './queue-store';
import { rowAction } from './row-action';

/** A column of entries; headings of groups have no cells. */
type EntryColumn = Omit<Column<QueueItem>, 'cell'> & {
  readonly cell: (entry: QueueRow) => ReactNode;
  /** The boxes in which it says something; all of them when left out. */
  readonly boxes?: ReadonlySet<QueueBox>;
};

const MIXED: ReadonlySet<QueueBox> = new Set(['all', 'open', 'unsure', 'pdfs']);
const BOOKED: ReadonlySet<QueueBox> = new Set(['all', 'booked', 'pdfs']);
const NOT_BOOKED: ReadonlySet<QueueBox> = new Set([
  'all',
  'open',
  'waiting',
  'sending',
  'blocked',
  'unsure',
  'skipped',
]);

/** What each entry shows: those columns that say something in this box. */
export function useQueueColumns(box: QueueBox, onAct: (entry: QueueRow) => void): readonly Column<QueueItem>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const pausedUntilMs = useAppStore((store) => endOfPause(store.sync));
  return useMemo(() => {
    const reasonOf = ({ state, problem, mayChange }: QueueRow): string => {
      if (state === 'waiting' && pausedUntilMs !== null) {
        return t('ui.delivery.waitingUntil', { time: formats.timeOrDay(pausedUntilMs) });
      }
      if (problem === null) return '';
      const { message } = problemText(problem, language);
      const isClosed = state === 'blocked' && !mayChange && mendedBy(problem).length > 0;
      return isClosed ? `${t('ui.queue.onceUnsure')} ${message}` : message;
    };
    const columns: readonly EntryColumn[] = [
      { id: 'number', header: t('ui.workOrders.one'), widthRem: 6, cell: numbersOf },
      {
        id: 'state',
        header: t('ui.queue.state'),
        widthRem: 9,
        boxes: MIXED,
        cell: ({ state, held }) => <DeliveryTag state={state} isHeld={held} />,
      },
      { id: 'customer', header: t('ui.customers.one'), widthRem: 7, grow: 2, cell: ({ customerName }) => customerName },
      {
        id: 'description',
        header: t('ui.workOrders.description'),
        widthRem: 8,
        grow: 3,
        yields: 6,
        cell: ({ description }) => <span title={description}>{description}</span>,
      },
      {
        id: 'reason',
        header: t('ui.queue.reason'),
        isExtra: true,
        widthRem: 9,
        grow: 4,
        yields: 1,
        boxes: NOT_BOOKED,
        cell: (entry) => <span title={reasonOf(entry) || undefined}>{reasonOf(entry)}</span>,
      },
      {
        id: 'document',
        header: t('ui.queue.document'),
        widthRem: 6.5,
        isExtra: true,
        yields: 2,
        boxes: BOOKED,
        cell: ({ documentNumber }) => documentNumber ?? '',
      },
      {
        id: 'pdfs',
        header: t('ui.queue.pdfs'),
        widthRem: 6.5,
        isExtra: true,
        yields: 5,
        boxes: BOOKED,
        cell: (entry) =>
          entry.pdfs.some(({ state }) => state === 'held') ? (
            <PdfTag state="held" />
          ) : entry.pdfs.length === 0 ? (
            ''
          ) : (
            `${sentPdfs(entry)}/${entry.pdfs.length}`
          ),
      },
      {
        id: 'total',
        header: t('ui.queue.total'),
        widthRem: 7,
        align: 'end',
        yields: 3,
        cell: ({ totalExclVat }) => (totalExclVat === null ? '' : formats.money(totalExclVat)),
      },
      {
        id: 'archivedAt',
        header: t('ui.queue.archivedAt'),
        widthRem: 8,
        isExtra: true,
        yields: 4,
        cell: ({ archivedAtMs }) => formats.momentShort(archivedAtMs),
      },
      {
        id: 'action',
        header: t('ui.queue.actionColumn'),
        widthRem: 11.5,
        isExtra: true,
        cell: (entry) => {
          const action = rowAction(entry);
          return action === null ? null : <QueueActionButton action={action} onAct={() => onAct(entry)} />;
        },
      },
    ];
    return columns
      .filter(({ boxes }) => boxes === undefined || boxes.has(box))
      .map(({ boxes: _, cell, ...column }) => ({
        ...column,
        cell: (item: QueueItem) => (item.kind === 'entry' ? cell(item.entry) : null),
      }));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `onAct` does the same whichever render made it.
  }, [t, formats, language, pausedUntilMs, box]);
}
