import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { CONNECTION_LOOK } from '../../shell/connection-look';
import { endOfPause } from '../../shell/end-of-pause';
import { Facts } from '../../ui/Facts';
import { StatusTag } from '../../ui/StatusTag';
import { TableMarks } from './TableMarks';

/** Status, last and next run, and how far each table was read. */
export function SyncFacts({ sync }: { sync: SyncStatus }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { lastRun, nextRunAtMs, pausedUntilMs, connection, allowance, lastGoodCallAtMs } = sync;
  const untilMs = endOfPause(sync);
  return (
    <>
      <Facts
        facts={[
          {
            label: t('ui.sync.status'),
            value: (
              <StatusTag {...CONNECTION_LOOK[connection]}>
                {untilMs === null
                  ? t(`ui.connection.${connection}`)
                  : t('ui.connection.pausedUntil', { time: formats.timeOrDay(untilMs) })}
              </StatusTag>
            ),
          },
          {
            label: t('ui.sync.lastRun'),
            value:
              lastRun === null
                ? t('ui.sync.never')
                : `${formats.moment(lastRun.endedAtMs ?? lastRun.startedAtMs)}, ${t(`ui.run.result.${lastRun.result ?? 'running'}`)}`,
            isNumber: true,
          },
          {
            label: t('ui.sync.lastAnswer'),
            value: lastGoodCallAtMs === null ? t('ui.sync.noAnswerYet') : formats.moment(lastGoodCallAtMs),
            isNumber: true,
          },
          ...(lastRun?.problem
            ? [{ label: t('ui.sync.problem'), value: problemText(lastRun.problem, language).message }]
            : []),
          {
            label: t('ui.sync.nextRun'),
            value: sync.pausedByUser
              ? t('ui.sync.pausedByUser')
              : pausedUntilMs !== null
                ? t('ui.sync.pausedUntil', { time: formats.timeOrDay(pausedUntilMs) })
                : nextRunAtMs === null
                  ? '–'
                  : formats.moment(nextRunAtMs),
            isNumber: true,
          },
          ...(allowance === null
            ? []
            : [
                {
                  label: t(`ui.sync.allowance.${allowance.per}`),
                  value: t(allowance.pullsWait ? 'ui.sync.allowance.kept' : 'ui.sync.allowance.left', {
                    shown: formats.count(allowance.left),
                    time: formats.timeOrDay(allowance.refilledAtMs),
                  }),
                  isNumber: true,
                },
              ]),
        ]}
      />
      {sync.marks.length === 0 ? null : <TableMarks sync={sync} />}
    </>
  );
}
