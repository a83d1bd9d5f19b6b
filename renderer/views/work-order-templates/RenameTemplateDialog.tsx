import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { TemplateRow } from '../../../preload/contract/work-order-templates';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { NameField } from './NameField';

/** Another name for a template. */
export function RenameTemplateDialog({ template, onClose }: { template: TemplateRow; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(template.name);
  const [problem, setProblem] = useState<Problem | null>(null);

  const save = async () => {
    if (name.trim() === '') return;
    const renamed = await api.workOrderTemplates.rename({ id: template.id, name });
    if (renamed.ok) onClose();
    else setProblem(renamed.problem);
  };

  return (
    <Dialog
      title={t('ui.templates.renameTitle', { name: template.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            {t('ui.action.save')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      <NameField name={name} onChange={setName} onEnter={() => void save()} />
    </Dialog>
  );
}
