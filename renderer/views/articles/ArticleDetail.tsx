import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { DetailPanel } from '../../ui/DetailPanel';
import { Facts } from '../../ui/Facts';

/** One article with its text in full. */
export function ArticleDetail({ article, onClose }: { article: ArticleRow; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { code, description, groupName, unit, unitPrice, vatRate, active } = article;
  return (
    <DetailPanel title={code} onClose={onClose}>
      {active ? null : (
        <Banner tone="info" title={t('ui.articles.inactiveTitle')}>
          {t('ui.articles.inactiveText')}
        </Banner>
      )}
      <Facts
        facts={[
          { label: t('ui.articles.description'), value: description },
          { label: t('ui.articles.group'), value: groupName || '–' },
          { label: t('ui.articles.unit'), value: unit || '–' },
          { label: t('ui.articles.price'), value: unitPrice === null ? '–' : formats.money(unitPrice), isNumber: true },
          {
            label: t('ui.articles.vat'),
            value: vatRate === null ? '–' : `${formats.decimal(vatRate)}%`,
            isNumber: true,
          },
        ]}
      />
    </DetailPanel>
  );
}
