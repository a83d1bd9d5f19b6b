import { problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import { MAX_LOGO_BYTES } from '../../preload/contract/papers';
import type { RemoteStore } from '../db/store';
import { isOfType } from '../domain/file-content';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<CompanyCalls, 'company-logo:get' | 'company-logo:save' | 'company-logo:remove'>;

/** The logo on the papers of the company. */
export function createCompanyLogoCalls(
  { companyLogo }: Pick<RemoteStore, 'companyLogo'>,
  events: CompanyEvents,
): Calls {
  const save = (logo: Parameters<typeof companyLogo.save>[0]) =>
    orStorageProblem(async () => {
      await companyLogo.save(logo);
      events.changed('companySettings');
      return ok(null);
    });
  return {
    'company-logo:get': () => companyLogo.get(),
    'company-logo:save': async (logo) => {
      if (logo.bytes.byteLength > MAX_LOGO_BYTES) return fail(problem('invalid-input', 'logo-too-large'));
      if (!isOfType(logo.mediaType, logo.bytes)) return fail(problem('invalid-input', 'logo-not-readable'));
      return save(logo);
    },
    'company-logo:remove': () => save(null),
  };
}
