import { useNewWorkOrder } from '../views/work-orders/new-work-order';
import { useShortcuts } from './use-shortcuts';

/** The keys that work on every screen. */
export function useAppShortcuts(): void {
  const startNew = useNewWorkOrder();
  useShortcuts({ newWorkOrder: () => startNew(null) });
}
