import { useTranslation } from 'react-i18next';
import type { TemplateRow } from '../../../preload/contract/work-order-templates';
import { api } from '../../api';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { ComboBox, type ComboBoxOption } from '../../ui/ComboBox';
import { Dialog } from '../../ui/Dialog';
import { useMadeWorkOrder } from './use-made-work-order';

const FOUND_TEMPLATES = 50;

/** Nieuwe werkbon van sjabloon: whoever chooses one has the work order at once. */
export function FromTemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { start } = useMadeWorkOrder();
  const toOption = ({ id, name, customerName, description }: TemplateRow): ComboBoxOption => ({
    id: String(id),
    label: name,
    detail: [customerName || t('ui.templates.anyCustomer'), description.split('\n')[0]].filter(Boolean).join(', '),
  });
  const search = async (text: string) =>
    (await api.workOrderTemplates.list({ search: text, offset: 0, limit: FOUND_TEMPLATES })).rows.map(toOption);
  const choose = (option: ComboBoxOption | null) => {
    if (option === null) return;
    onClose();
    void start(Number(option.id));
  };
  const manage = () => {
    onClose();
    navigate('work-orders', 'templates');
  };

  return (
    <Dialog
      title={t('ui.templates.newOfTitle')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={manage}>{t('ui.templates.manage')}</Button>}
    >
      <p>{t('ui.templates.newOfText')}</p>
      <ComboBox label={t('ui.templates.one')} value={null} onChange={choose} search={search} isWide autoFocus />
    </Dialog>
  );
}
