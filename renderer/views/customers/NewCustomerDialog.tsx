import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { CustomerDetail } from '../../../preload/contract/views';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import { AddressFields } from '../address/AddressFields';
import { EMPTY_ADDRESS } from '../address/address-line';
import { useCustomersStore } from './customers-store';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  /** Filled in already. */
  startName?: string;
  onAdded: (customer: CustomerDetail) => void;
};

/** A customer made in Simon: possible, with the warning that the accounting package does not know it. */
export function NewCustomerDialog({ isOpen, onClose, startName = '', onAdded }: Props) {
  const { t } = useTranslation();
  const add = useCustomersStore((store) => store.addCustomer);
  const [name, setName] = useState(startName);
  const [address, setAddress] = useState(EMPTY_ADDRESS);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const close = () => {
    setName(startName);
    setAddress(EMPTY_ADDRESS);
    setProblem(null);
    onClose();
  };
  const save = async () => {
    setIsBusy(true);
    const added = await add(name.trim(), address).finally(() => setIsBusy(false));
    if (added.ok) {
      close();
      onAdded(added.value);
    } else setProblem(added.problem);
  };

  return (
    <Dialog
      title={t('ui.customers.add')}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" isBusy={isBusy} isDisabled={name.trim() === ''} onPress={() => void save()}>
            {t('ui.action.add')}
          </Button>
        </>
      }
    >
      <Banner tone="warning" title={t('ui.customers.ownTitle')}>
        {t('ui.customers.ownText')}
      </Banner>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <TextField label={t('ui.customers.name')} value={name} onChange={setName} isRequired autoFocus />
      <AddressFields value={address} onChange={setAddress} />
    </Dialog>
  );
}
