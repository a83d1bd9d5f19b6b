import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperChoices } from '../../../preload/contract/company-settings';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { useCompanySettings } from '../company-settings/use-company-settings';
import { PaperChoiceFields } from '../papers/PaperChoiceFields';
import { PaperDialog } from '../papers/PaperDialog';
import styles from './PdfDialog.module.css';

const KINDS = ['work-order', 'custom-forms'] as const;

/** The PDFs of a work order, made as the company does unless something else is chosen here. */
export function PdfDialog({ workOrder, onClose }: { workOrder: WorkOrderDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('work-order');
  const [chosen, setChosen] = useState<PaperChoices | null>(null);
  const { value: settings } = useCompanySettings();
  const choices = chosen ?? settings?.papers;
  const hasForms = workOrder.forms.length > 0;
  const isTooEarly = hasForms && workOrder.status === 'planned';
  const which = isTooEarly ? (
    <p className={styles.note}>{t('ui.pdf.formsLater')}</p>
  ) : hasForms ? (
    <SegmentedControl
      label={t('ui.pdf.kind')}
      choices={KINDS.map((id) => ({ id, label: t(`ui.pdf.one.${id}`) }))}
      chosen={kind}
      onChoose={setKind}
    />
  ) : undefined;

  return (
    <PaperDialog
      title={t('ui.pdf.titleOf', { number: workOrder.number })}
      request={{ of: 'work-order', id: workOrder.id, kind, choices: chosen }}
      which={which}
      options={
        choices === undefined ? undefined : (
          <PaperChoiceFields choices={choices} onChange={setChosen} isOfForms={kind === 'custom-forms'} />
        )
      }
      onClose={onClose}
    />
  );
}
