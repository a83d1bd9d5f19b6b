import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CustomerRow, WorkAddressRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { ariaKeys } from '../../shell/shortcuts';
import { Banner } from '../../ui/Banner';
import { ComboBox, type ComboBoxOption } from '../../ui/ComboBox';
import { addressLine } from '../address/address-line';
import { NewCustomerDialog } from '../customers/NewCustomerDialog';
import { NewWorkAddressDialog } from '../customers/NewWorkAddressDialog';
import type { EditorProps } from './editor-props';

type CustomerOption = ComboBoxOption & { readonly customer: CustomerRow };

const FOUND_CUSTOMERS = 50;

function toOption(customer: CustomerRow): CustomerOption {
  const detail = [customer.number, customer.street, customer.city].filter(Boolean).join(', ');
  return { id: String(customer.id), label: customer.name, detail, isDisabled: !customer.active, customer };
}

/** Customer and work address; what is not there yet is made on the spot, of what was typed. */
export function CustomerFields({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const customer = useStore(editor, (state) => state.customer);
  const workAddress = useStore(editor, ({ draft, workAddresses, saved }) => {
    const known = saved?.workAddress ? [...workAddresses, saved.workAddress] : workAddresses;
    return known.find(({ id }) => id === draft.workAddressId) ?? null;
  });
  const { change, chooseCustomer, readWorkAddresses } = editor.getState();
  const [newCustomer, setNewCustomer] = useState<string | null>(null);
  const [newWorkAddress, setNewWorkAddress] = useState<string | null>(null);

  const findCustomers = async (text: string): Promise<readonly CustomerOption[]> => {
    const { recent, others } = await api.customers.find({ text, limit: FOUND_CUSTOMERS });
    if (recent.length === 0) return others.map(toOption);
    return [
      ...recent.map((row) => ({ ...toOption(row), section: t('ui.customers.recent') })),
      ...others.map((row) => ({ ...toOption(row), section: t('ui.customers.byName') })),
    ];
  };
  const addressOption = (address: WorkAddressRow): ComboBoxOption => {
    const kind = t(`ui.workAddressKind.${address.kind}`);
    return { id: String(address.id), label: addressLine(address) || kind, detail: kind };
  };
  const findWorkAddresses = async (text: string) =>
    customer === null
      ? []
      : (await api.customers.findWorkAddresses({ customerId: customer.id, text })).map(addressOption);

  return (
    <>
      <ComboBox<CustomerOption>
        label={t('ui.customers.one')}
        keys={ariaKeys('customer')}
        value={customer ? toOption(customer) : null}
        onChange={(option) => void chooseCustomer(option?.customer ?? null)}
        search={findCustomers}
        adding={{
          label: (text) => (text === '' ? t('ui.customers.addNew') : t('ui.customers.addNamed', { text })),
          onAdd: setNewCustomer,
        }}
        isDisabled={isLocked}
        isRequired
      />
      {customer?.origin === 'simon' ? (
        <Banner tone="warning" title={t('ui.customers.ownTitle')}>
          {t('ui.customers.ownText')}
        </Banner>
      ) : null}
      <ComboBox
        label={t('ui.workOrders.workAddress')}
        value={workAddress ? addressOption(workAddress) : null}
        onChange={(option) => change({ workAddressId: option === null ? null : Number(option.id) })}
        search={findWorkAddresses}
        adding={{
          label: (text) =>
            text === '' ? t('ui.customers.addNewWorkAddress') : t('ui.customers.addNamedWorkAddress', { text }),
          onAdd: setNewWorkAddress,
        }}
        isDisabled={isLocked || customer === null}
        {...(customer === null ? { help: t('ui.workOrders.customerFirst') } : {})}
      />
      {newCustomer === null ? null : (
        <NewCustomerDialog
          isOpen
          startName={newCustomer}
          onClose={() => setNewCustomer(null)}
          onAdded={(added) => void chooseCustomer(added)}
        />
      )}
      {newWorkAddress === null || customer === null ? null : (
        <NewWorkAddressDialog
          customerId={customer.id}
          isOpen
          startStreet={newWorkAddress}
          onClose={() => setNewWorkAddress(null)}
          onAdded={(id) => void readWorkAddresses(id)}
        />
      )}
    </>
  );
}
