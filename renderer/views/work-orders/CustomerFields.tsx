import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CustomerRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Banner } from '../../ui/Banner';
import { ComboBox, type ComboBoxOption } from '../../ui/ComboBox';
import { Select } from '../../ui/Select';
import { addressLine } from '../address/address-line';
import { NewWorkAddressDialog } from '../customers/NewWorkAddressDialog';
import type { EditorProps } from './editor-props';
import styles from './WorkOrderEditor.module.css';

type CustomerOption = ComboBoxOption & { readonly customer: CustomerRow };

const FOUND_CUSTOMERS = 50;

function toOption(customer: CustomerRow): CustomerOption {
  const detail = [customer.number, customer.street, customer.city].filter(Boolean).join(', ');
  return { id: String(customer.id), label: customer.name, detail, isDisabled: !customer.active, customer };
}

/** Customer and work address. */
export function CustomerFields({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const customer = useStore(editor, (state) => state.customer);
  const workAddresses = useStore(editor, (state) => state.workAddresses);
  const workAddressId = useStore(editor, (state) => state.draft.workAddressId);
  const { change, chooseCustomer, readWorkAddresses } = editor.getState();
  const [isAdding, setIsAdding] = useState(false);

  const search = async (text: string) =>
    (await api.customers.list({ search: text, offset: 0, limit: FOUND_CUSTOMERS })).rows.map(toOption);

  return (
    <>
      <ComboBox<CustomerOption>
        label={t('ui.customers.one')}
        value={customer ? toOption(customer) : null}
        onChange={(option) => void chooseCustomer(option?.customer ?? null)}
        search={search}
        isDisabled={isLocked}
        isRequired
      />
      {customer?.origin === 'simon' ? (
        <Banner tone="warning" title={t('ui.customers.ownTitle')}>
          {t('ui.customers.ownText')}
        </Banner>
      ) : null}
      <div className={styles.withButton}>
        <Select
          label={t('ui.workOrders.workAddress')}
          value={workAddressId === null ? null : String(workAddressId)}
          onChange={(id) => change({ workAddressId: Number(id) })}
          options={workAddresses.map((address) => ({
            value: String(address.id),
            label: addressLine(address) || t(`ui.workAddressKind.${address.kind}`),
          }))}
          isDisabled={isLocked || customer === null}
          {...(customer === null ? { placeholder: t('ui.workOrders.customerFirst') } : {})}
        />
        {customer && !isLocked ? (
          <Button icon={MapPin} onPress={() => setIsAdding(true)}>
            {t('ui.customers.addWorkAddress')}
          </Button>
        ) : null}
      </div>
      {customer ? (
        <NewWorkAddressDialog
          customerId={customer.id}
          isOpen={isAdding}
          onClose={() => setIsAdding(false)}
          onAdded={(id) => void readWorkAddresses(id)}
        />
      ) : null}
    </>
  );
}
