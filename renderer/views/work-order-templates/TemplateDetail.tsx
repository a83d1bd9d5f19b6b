import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateRow } from '../../../preload/contract/work-order-templates';
import { useFormats } from '../../i18n/use-formats';
import { DetailPanel } from '../../ui/DetailPanel';
import { Facts } from '../../ui/Facts';

type Props = { template: TemplateRow; onClose: () => void; actions: ReactNode };

/** One template, and what can be done with it. */
export function TemplateDetail({ template, onClose, actions }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { name, customerName, description, articles, changedAtMs } = template;
  return (
    <DetailPanel title={name} onClose={onClose} actions={actions}>
      <Facts
        facts={[
          { label: t('ui.templates.customer'), value: customerName || t('ui.templates.anyCustomer') },
          { label: t('ui.workOrders.description'), value: description || '–' },
          { label: t('ui.templates.articles'), value: formats.count(articles), isNumber: true },
          { label: t('ui.templates.changed'), value: formats.moment(changedAtMs) },
        ]}
      />
    </DetailPanel>
  );
}
