import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { AddressFields } from '../address/AddressFields';
import { EMPTY_ADDRESS } from '../address/address-line';
import { useCustomersStore } from './customers-store';

type Props = {
  customerId: number;
  isOpen: boolean;
  onClose: () => void;
  /** Filled in already. */
  startStreet?: string;
  /** Called with the id of the new work address. */
  onAdded?: (workAddressId: number) => void;
};

/** A work address of our own under a customer. It stays Simon's and survives every run. */
export function NewWorkAddressDialog({ customerId, isOpen, onClose, startStreet = '', onAdded }: Props) {
  const start = { ...EMPTY_ADDRESS, street: startStreet };
  const { t } = useTranslation();
  const add = useCustomersStore((store) => store.addWorkAddress);
  const [address, setAddress] = useState(start);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const close = () => {
    setAddress(start);
    setProblem(null);
    onClose();
  };
  const save = async () => {
    setIsBusy(true);
    const added = await add(customerId, address).finally(() => setIsBusy(false));
    if (added.ok) {
      onAdded?.(added.value.id);
      close();
    } else setProblem(added.problem);
  };

  return (
    <Dialog
      title={t('ui.customers.addWorkAddress')}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('ui.action.cancel')}</Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            isDisabled={address.street.trim() === '' || address.city.trim() === ''}
            onPress={() => void save()}
          >
            {t('ui.action.add')}
          </Button>
        </>
      }
    >
      <p>{t('ui.customers.workAddressText')}</p>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <AddressFields value={address} onChange={setAddress} withName />
    </Dialog>
  );
}
