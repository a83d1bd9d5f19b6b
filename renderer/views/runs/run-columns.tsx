import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunCounts, RunRow } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import type { Column } from '../../ui/DataTable';
import { usePackageLabel } from '../queue/use-package-label';
import { RunResultTag } from './RunResultTag';

const total = ({ resources }: RunRow, count: keyof RunCounts): number =>
  resources.reduce((sum, { counts }) => sum + counts[count], 0);

/** What the history tells of each run. */
export function useRunColumns(): readonly Column<RunRow>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const labelOf = usePackageLabel();
  return useMemo(() => {
    const figure = (
      id: string,
      header: string,
      value: (run: RunRow) => number,
      how: Pick<Column<RunRow>, 'isExtra' | 'yields'> & { readonly widthRem?: number } = {},
    ): Column<RunRow> => ({
      id,
      header,
      widthRem: 5.5,
      align: 'end',
      ...how,
      cell: (run) => formats.count(value(run)),
    });
    return [
      {
        id: 'started',
        header: t('ui.run.startedAt'),
        widthRem: 8,
        cell: (run) => formats.momentShort(run.startedAtMs),
      },
      {
        id: 'package',
        header: t('ui.run.package'),
        widthRem: 7,
        grow: 1,
        isExtra: true,
        yields: 2,
        cell: (run) => (run.package === null ? '' : labelOf(run.package)),
      },
      {
        id: 'trigger',
        header: t('ui.run.trigger'),
        widthRem: 7,
        grow: 1,
        isExtra: true,
        cell: (run) => t(`ui.run.triggers.${run.occasion ?? run.trigger}`),
      },
      {
        id: 'outcome',
        header: t('ui.run.outcome'),
        widthRem: 8,
        cell: (run) => <RunResultTag result={run.result} />,
      },
      figure('read', t('ui.run.read'), (run) => total(run, 'read'), { isExtra: true, yields: 1 }),
      figure('written', t('ui.run.written'), (run) => total(run, 'written')),
      figure('removed', t('ui.run.removed'), (run) => total(run, 'removed'), { isExtra: true }),
      figure('parked', t('ui.run.parked'), (run) => total(run, 'parked'), { widthRem: 8.5 }),
      figure('sent', t('ui.run.sent'), (run) => run.documents.booked, { isExtra: true }),
      figure('calls', t('ui.run.calls'), (run) => run.calls, { isExtra: true, yields: 3 }),
      {
        id: 'duration',
        header: t('ui.run.duration'),
        widthRem: 5.5,
        align: 'end',
        isExtra: true,
        cell: (run) => (run.endedAtMs === null ? '' : formats.duration(run.endedAtMs - run.startedAtMs)),
      },
    ];
  }, [t, formats, labelOf]);
}
