import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyRemoved, RemovalPreview } from '../../../preload/contract/company-removal';
import type { Problem } from '../../../preload/contract/model';
import type { CompanySummary } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { Facts } from '../../ui/Facts';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { Banner } from '../../ui/Banner';
import { useLoaded } from '../../ui/use-loaded';

/** Shows what goes with a company, asks for its name, removes it, and tells where the last backup is. Mounted while open. */
export function RemoveCompanyDialog({ company, onClose }: { company: CompanySummary; onClose: () => void }) {
  const { t } = useTranslation();
  const { value, failure, retry } = useLoaded(() => api.companies.removal({ id: company.id }), company.id, 0);
  const [removed, setRemoved] = useState<CompanyRemoved | null>(null);
  if (removed !== null) return <Removed name={company.name} removed={removed} onClose={onClose} />;
  if (value?.ok === true) return <Question preview={value.value} onClose={onClose} onRemoved={setRemoved} />;
  return (
    <Dialog title={t('ui.companies.removeTitle', { name: company.name })} isOpen onClose={onClose}>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <LoadingState />
      ) : (
        <ProblemBanner problem={value.problem} />
      )}
    </Dialog>
  );
}

type QuestionProps = { preview: RemovalPreview; onClose: () => void; onRemoved: (removed: CompanyRemoved) => void };

function Question({ preview, onClose, onRemoved }: QuestionProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, name, customers, articles, workOrders, notSent, unsure, isLinked, folder } = preview;
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState<'standard' | 'chosen'>('standard');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const remove = async () => {
    setIsBusy(true);
    try {
      const outcome = await api.companies.remove({ id, name: typed, chooseFolder: place === 'chosen' });
      if (outcome === null) return;
      if (outcome.ok) onRemoved(outcome.value);
      else setProblem(outcome.problem);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <ConfirmDialog
      title={t('ui.companies.removeTitle', { name })}
      confirmLabel={t('ui.companies.remove')}
      isOpen
      isDanger
      isBusy={isBusy}
      isConfirmDisabled={typed.trim().toLowerCase() !== name.trim().toLowerCase()}
      onCancel={onClose}
      onConfirm={() => void remove()}
    >
      {problem === null ? null : <ProblemBanner problem={problem} />}
      <p>{t('ui.companies.removeText')}</p>
      <Facts
        facts={[
          { label: t('ui.companies.removeWorkOrders'), value: formats.count(workOrders), isNumber: true },
          { label: t('ui.companies.removeCustomers'), value: formats.count(customers), isNumber: true },
          { label: t('ui.companies.removeArticles'), value: formats.count(articles), isNumber: true },
        ]}
      />
      {notSent > 0 ? (
        <Banner tone="warning" title={t('ui.companies.removeNotSent', { count: notSent })}>
          {unsure > 0 ? t('ui.companies.removeUnsure', { count: unsure }) : t('ui.companies.removeNotSentText')}
        </Banner>
      ) : null}
      {isLinked ? <p>{t('ui.companies.removeLinked')}</p> : null}
      <Select
        label={t('ui.companies.removeBackup')}
        help={place === 'standard' ? folder : t('ui.companies.removeChooseHelp')}
        value={place}
        onChange={setPlace}
        options={(['standard', 'chosen'] as const).map((value) => ({
          value,
          label: t(`ui.companies.removePlace.${value}`),
        }))}
      />
      <TextField label={t('ui.companies.removeType', { name })} value={typed} onChange={setTyped} maxLength={100} />
    </ConfirmDialog>
  );
}

type RemovedProps = { name: string; removed: CompanyRemoved; onClose: () => void };

function Removed({ name, removed: { backupFile, leftFolder }, onClose }: RemovedProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('ui.companies.removed', { name })}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('ui.action.close')}
        </Button>
      }
    >
      {backupFile === null ? null : <p>{t('ui.companies.removedBackup', { file: backupFile })}</p>}
      {leftFolder === null ? null : <p>{t('ui.companies.removedLeft', { folder: leftFolder })}</p>}
    </Dialog>
  );
}
