import { api } from '../../api';
import { navigate } from '../../shell/use-route';

/** Opens what became of a work order in the archive queue; the work order itself while it is in no queue. */
export async function goToDelivery(workOrderId: number): Promise<void> {
  const entryId = (await api.workOrders.get(workOrderId))?.queueEntryId ?? null;
  if (entryId === null) navigate('work-orders', workOrderId);
  else navigate('queue', entryId);
}
