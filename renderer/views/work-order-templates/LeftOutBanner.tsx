import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useLeftOutStore } from './left-out-store';

/** What a work order did not get of the one or the template that it was made of. */
export function LeftOutBanner({ workOrderId }: { workOrderId: number }) {
  const { t } = useTranslation();
  const leftOut = useLeftOutStore((store) => store.of[workOrderId]);
  const forget = useLeftOutStore((store) => store.forget);
  if (leftOut === undefined || leftOut.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t('ui.workOrders.leftOutTitle')}
      actions={<Button onPress={() => forget(workOrderId)}>{t('ui.action.close')}</Button>}
    >
      <ul>
        {leftOut.map(({ kind, label }, index) => (
          <li key={index}>{t(`ui.workOrders.leftOut.${kind}`, { label })}</li>
        ))}
      </ul>
    </Banner>
  );
}
