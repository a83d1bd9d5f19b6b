import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { useLoaded, type Loaded } from '../../ui/use-loaded';
import type { CompanySettings } from '../../../preload/contract/company-settings';

/** What the company chose, read again when it changes. */
export const useCompanySettings = (): Loaded<CompanySettings> =>
  useLoaded(() => api.companySettings.get(), 'company', useRevision('companySettings'));
