/** Runs in the main process: which company's page is in the window. */
import { problem } from '../connectors/_kit/problem';
import { fail, ok, type Result } from '../connectors/_kit/result';
import type { View } from '../preload/contract/events';
import { pageAddress } from '../preload/contract/page-address';
import type { Companies } from './companies/companies';
import type { MainWindow } from './platform/main-window';
import type { Logger } from './ports';

/** Another company is another page: nothing of what a screen still has under way can reach the one that follows. */
export interface CompanyPages {
  /** Shows the page of the company that showed last; resolves when it is there. */
  readonly openFirst: () => Promise<void>;
  /** Makes a company and shows its page. Problems: those of `CompanyRegister.add`. */
  readonly add: (name: string) => Promise<Result<null>>;
  /** Shows the page of a company, whose data are opened first when they were not. Problem: `company-unknown`. */
  readonly choose: (id: string, view: View) => Promise<Result<null>>;
}

export interface CompanyPagesParts {
  readonly companies: Pick<Companies, 'register' | 'tryOpen'>;
  readonly window: Pick<MainWindow, 'load' | 'reload'>;
  /** Where the screens come from. */
  readonly pageUrl: string;
  readonly logger: Logger;
}

export function createCompanyPages({ companies, window, pageUrl, logger }: CompanyPagesParts): CompanyPages {
  const { register } = companies;

  const show = async (id: string, view: View): Promise<void> => {
    await companies.tryOpen(id);
    if (id === register.shownId()) return window.reload();
    register.show(id);
    // The call that asked for it is not answered any more when the page has gone.
    window.load(pageAddress(pageUrl, id, view)).catch((error: unknown) => {
      logger.warn('window', 'page not loaded', { error: String(error) });
    });
  };

  return {
    openFirst: () => window.load(pageAddress(pageUrl, register.shownId(), 'overview')),
    add: async (name) => {
      const added = register.add(name);
      if (!added.ok) return added;
      await show(added.value, 'overview');
      return ok(null);
    },
    choose: async (id, view) => {
      if (!register.ids().includes(id)) {
        const known = register.ids().map((one) => register.of(one).name());
        return fail(problem('invalid-input', 'company-unknown', { company: id, known: known.join(', ') }));
      }
      await show(id, view);
      return ok(null);
    },
  };
}
