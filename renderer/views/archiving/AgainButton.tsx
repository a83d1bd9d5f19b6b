import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { FurtherDocumentIcon } from '../../ui/icons';
import { useLoaded } from '../../ui/use-loaded';
import { AgainDialog } from './AgainDialog';

/** The way to a second document of an archived work order; there only once the first one is booked. */
export function AgainButton({ workOrder, entryId }: { workOrder: WorkOrderDetail; entryId: number }) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const { value } = useLoaded(() => api.queue.get(entryId), String(entryId), useRevision('queue'));
  if (value?.state !== 'booked') return null;
  return (
    <>
      <Button icon={FurtherDocumentIcon} onPress={() => setIsAsking(true)}>
        {t('ui.archiving.again.open')}
      </Button>
      {isAsking ? <AgainDialog workOrder={workOrder} first={value} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}
