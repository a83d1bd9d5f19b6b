import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupList, BackupRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { ErrorState } from '../../ui/ErrorState';
import { Facts } from '../../ui/Facts';
import { LoadingState } from '../../ui/LoadingState';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { BackupTable } from './BackupTable';
import { megabytes } from './megabytes';
import { RestoreDialog } from './RestoreDialog';

/** The backups of the company, and putting one back. Also for a company whose data cannot be opened. */
export function BackupsPanel() {
  const { t } = useTranslation();
  const companyId = useAppStore((store) => store.app?.company.id);
  const [restoring, setRestoring] = useState<BackupRow | null>(null);
  const [attempts, setAttempts] = useState(0);
  const { value, failure, retry } = useLoaded(() => api.backups.list(), 'backups', attempts);
  if (companyId === undefined) return null;

  const close = () => {
    setRestoring(null);
    // A restore that was refused may have made a backup of the present state.
    setAttempts((count) => count + 1);
  };
  return (
    <Panel title={t('ui.backups.title')}>
      <p>{t('ui.backups.intro')}</p>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <LoadingState />
      ) : value.ok ? (
        <Backups list={value.value} onRestore={setRestoring} />
      ) : (
        <ProblemBanner problem={value.problem} />
      )}
      {restoring === null ? null : <RestoreDialog backup={restoring} companyId={companyId} onClose={close} />}
    </Panel>
  );
}

function Backups({ list, onRestore }: { list: BackupList; onRestore: (backup: BackupRow) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const daily = list.rows.find(({ kind }) => kind === 'daily');
  const last =
    daily === undefined
      ? t('ui.backups.noneDaily')
      : t('ui.backups.lastValue', {
          moment: formats.moment(daily.madeAtMs),
          size: megabytes(formats, daily.sizeBytes),
        });
  return (
    <>
      <Facts
        facts={[
          { label: t('ui.backups.last'), value: last },
          { label: t('ui.backups.folder'), value: list.folder },
        ]}
      />
      {list.rows.length === 0 ? <p>{t('ui.backups.none')}</p> : <BackupTable rows={list.rows} onRestore={onRestore} />}
    </>
  );
}
