import type { OverviewFigures } from '../../../preload/contract/figures';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { useLoaded, type Loaded } from '../../ui/use-loaded';

/** Amounts and charts; what is shown stays while newer ones are being read. */
export const useFigures = (): Loaded<OverviewFigures> =>
  useLoaded(
    () => api.overview.figures(),
    'figures',
    useRevision('workOrders', 'queue', 'articles', 'customers', 'companySettings', 'integrations'),
  );
