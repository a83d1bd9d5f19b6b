import { create } from 'zustand';
import type { ConnectorId, Problem, Result } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api, onEvent } from '../../api';

/** A login that waits for the person at the browser. */
export interface WaitingLogin {
  /** Address of the login page; null until main opened it. */
  readonly url: string | null;
  /** Opens a new login page with the same values; the one before is worth nothing then. */
  readonly openAgain: () => void;
}

interface LoginStore {
  readonly waiting: Readonly<Record<ConnectorId, WaitingLogin>>;
  /** Why the last login was not made; until the next one begins. */
  readonly problems: Readonly<Record<ConnectorId, Problem>>;
  /** The new stage, or null when it was not made. Waits for the person, also while other screens show. */
  readonly logIn: (
    packageId: ConnectorId,
    credentials: Readonly<Record<string, string>>,
  ) => Promise<IntegrationStage | null>;
  /** Hands over what was pasted; why it was refused, or null. */
  readonly answer: (packageId: ConnectorId, address: string) => Promise<Problem | null>;
  readonly cancel: (packageId: ConnectorId) => Promise<void>;
}

/** Logging in on a package's own page, in the browser of the computer. */
export const useLoginStore = create<LoginStore>()((set, get) => {
  const put = (packageId: ConnectorId, login: WaitingLogin): void =>
    set(({ waiting }) => ({ waiting: { ...waiting, [packageId]: login } }));
  const drop = <T>(values: Readonly<Record<ConnectorId, T>>, packageId: ConnectorId) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => id !== packageId));

  return {
    waiting: {},
    problems: {},

    logIn: async (packageId, credentials) => {
      set(({ problems }) => ({ problems: drop(problems, packageId) }));
      const begin = (): Promise<Result<IntegrationStage>> => {
        put(packageId, { url: null, openAgain: () => void (newest = begin()) });
        return api.integrations.login({ package: packageId, credentials });
      };
      const stopListening = onEvent('login:page', (page) => {
        const login = get().waiting[packageId];
        if (login && page.package === packageId) put(packageId, { ...login, url: page.url });
      });
      let newest = begin();
      try {
        for (;;) {
          const current = newest;
          const outcome = await current;
          // A newer login took its place.
          if (current !== newest) continue;
          if (outcome.ok) return outcome.value;
          const { problem } = outcome;
          if (problem.code !== 'cancelled')
            set(({ problems }) => ({ problems: { ...problems, [packageId]: problem } }));
          return null;
        }
      } finally {
        stopListening();
        set(({ waiting }) => ({ waiting: drop(waiting, packageId) }));
      }
    },

    answer: async (packageId, address) => {
      const outcome = await api.integrations.loginAnswer({ package: packageId, address });
      return outcome.ok ? null : outcome.problem;
    },
    cancel: async (packageId) => {
      await api.integrations.loginCancel(packageId);
    },
  };
});
