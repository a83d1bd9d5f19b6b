import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { DetailPanel } from '../../ui/DetailPanel';
import { ErrorState } from '../../ui/ErrorState';
import { Facts } from '../../ui/Facts';
import { AddIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { StatusTag } from '../../ui/StatusTag';
import { useLoaded } from '../../ui/use-loaded';
import { AddressText } from '../address/AddressText';
import styles from './CustomerDetailPanel.module.css';
import { NewWorkAddressDialog } from './NewWorkAddressDialog';
import { useNewWorkOrder } from '../work-orders/new-work-order';

/** One customer with all work addresses. */
export function CustomerDetailPanel({ customerId }: { customerId: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isAdding, setIsAdding] = useState(false);
  const startWorkOrder = useNewWorkOrder();
  const { value, failure, retry } = useLoaded(
    () => api.customers.get(customerId),
    String(customerId),
    useRevision('customers', 'workOrders'),
  );
  const close = () => navigate('customers');

  if (!value) {
    return (
      <DetailPanel title={t('ui.customers.one')} onClose={close}>
        {failure !== null ? (
          <ErrorState failure={failure} onRetry={retry} />
        ) : value === null ? (
          <Banner tone="info" title={t('ui.customers.gone')} />
        ) : (
          <LoadingState />
        )}
      </DetailPanel>
    );
  }
  const { name, number, phone, email, vatNumber, chamberOfCommerceNumber, workAddresses, openWorkOrders } = value;
  return (
    <DetailPanel
      title={name}
      onClose={close}
      actions={
        <>
          <Button icon={AddIcon} onPress={() => setIsAdding(true)}>
            {t('ui.customers.addWorkAddress')}
          </Button>
          {value.active ? (
            <Button variant="primary" icon={AddIcon} onPress={() => startWorkOrder(value)}>
              {t('ui.workOrders.new')}
            </Button>
          ) : null}
        </>
      }
    >
      {value.origin === 'simon' ? (
        <Banner tone="warning" title={t('ui.customers.ownTitle')}>
          {t('ui.customers.ownText')}
        </Banner>
      ) : null}
      {value.active ? null : (
        <Banner tone="info" title={t('ui.customers.inactiveTitle')}>
          {t('ui.customers.inactiveText')}
        </Banner>
      )}
      <Facts
        facts={[
          { label: t('ui.customers.number'), value: number || '–', isNumber: true },
          { label: t('ui.customers.address'), value: <AddressText address={value} /> },
          { label: t('ui.customers.phone'), value: phone || '–' },
          { label: t('ui.customers.email'), value: email || '–' },
          { label: t('ui.customers.vatNumber'), value: vatNumber || '–' },
          { label: t('ui.customers.chamberOfCommerce'), value: chamberOfCommerceNumber || '–' },
          { label: t('ui.customers.openWorkOrders'), value: formats.count(openWorkOrders), isNumber: true },
        ]}
      />
      <section className={styles.section}>
        <h3>{t('ui.customers.workAddresses')}</h3>
        {workAddresses.length === 0 ? <p className={styles.none}>{t('ui.customers.noWorkAddress')}</p> : null}
        <ul className={styles.addresses}>
          {workAddresses.map((address) => (
            <li key={address.id} className={styles.address}>
              <AddressText address={address} />
              <StatusTag tone={address.kind === 'own' ? 'accent' : 'neutral'}>
                {t(`ui.workAddressKind.${address.kind}`)}
              </StatusTag>
            </li>
          ))}
        </ul>
      </section>
      <NewWorkAddressDialog customerId={customerId} isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </DetailPanel>
  );
}
