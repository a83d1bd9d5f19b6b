import type { CustomerRow } from '../../../preload/contract/views';
import { navigate } from '../../shell/use-route';
import { useWorkOrdersStore } from './work-orders-store';

/** Opens an empty work order, for a customer when there is one. */
export function useNewWorkOrder(): (customer: CustomerRow | null) => void {
  const startNew = useWorkOrdersStore((store) => store.startNew);
  return (customer) => {
    startNew(customer);
    navigate('work-orders', 'new');
  };
}
