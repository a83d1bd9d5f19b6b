import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../preload/contract/model';
import type { BackupRestored, BackupRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { routeHash } from '../../shell/routes';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';

type Props = {
  backup: BackupRow;
  companyId: string;
  /** What must be done once before the data are replaced; when it is refused, they are not. */
  before?: () => Promise<Result<unknown>>;
  /** It was not put back. Otherwise the page of the company is shown anew. */
  onClose: () => void;
};

/** Asks before a backup takes the place of the data, does it, and tells how it went. */
export function RestoreDialog({ backup, companyId, before, onClose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isBusy, setIsBusy] = useState(false);
  const [isPrepared, setIsPrepared] = useState(before === undefined);
  const [outcome, setOutcome] = useState<Result<BackupRestored> | null>(null);
  const moment = formats.moment(backup.madeAtMs);

  const restore = async () => {
    setIsBusy(true);
    try {
      const prepared = isPrepared ? null : await before?.();
      if (prepared?.ok === false) return setOutcome(prepared);
      setIsPrepared(true);
      setOutcome(await api.backups.restore({ name: backup.name }));
    } finally {
      setIsBusy(false);
    }
  };
  if (outcome?.ok === true) return <Restored restored={outcome.value} companyId={companyId} />;
  return (
    <ConfirmDialog
      title={t('ui.backups.question', { moment })}
      confirmLabel={t('ui.backups.restore')}
      onConfirm={() => void restore()}
      onCancel={onClose}
      isOpen
      isDanger
      isBusy={isBusy}
    >
      <p>
        {t('ui.backups.then', {
          moment,
          workOrders: formats.count(backup.counts?.workOrders ?? 0),
          customers: formats.count(backup.counts?.customers ?? 0),
        })}
      </p>
      <p>{t('ui.backups.safe')}</p>
      {outcome === null ? null : <ProblemBanner problem={outcome.problem} />}
    </ConfirmDialog>
  );
}

/** Whatever this page still shows is of before: it goes on with a new one. */
function Restored({ restored, companyId }: { restored: BackupRestored; companyId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const goOn = () => {
    window.location.hash = routeHash('log');
    void api.companies.choose({ id: companyId, view: 'log' });
  };
  return (
    <Dialog
      title={t('ui.backups.done')}
      isOpen
      onClose={goOn}
      role="alertdialog"
      actions={
        <Button variant="primary" onPress={goOn} autoFocus>
          {t('ui.backups.goOn')}
        </Button>
      }
    >
      <p>{t('ui.backups.doneThen', { moment: formats.moment(restored.backupUntilMs) })}</p>
      {restored.keptAs === null ? null : <p>{t('ui.backups.kept', { file: restored.keptAs })}</p>}
    </Dialog>
  );
}
