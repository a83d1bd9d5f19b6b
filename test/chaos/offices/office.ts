/** What the office of a package does in its own books while Simon runs, and what Simon must show of those books. */
import type { Settings } from '../../../connectors/_kit/settings';
import type { Connector } from '../../../connectors/_kit/connector';
import type { RunningSimulator, SimulatorOptions } from '../../../connectors/_kit/simulator/contract';
import type { Calls } from '../calls';

export interface KnownCustomer {
  readonly number: string;
  readonly name: string;
}

export interface KnownArticle {
  readonly code: string;
  readonly description: string;
  /** Null: it has none. */
  readonly unitPrice: string | null;
}

export interface Office {
  /** All access tokens or sessions that were given out stop. */
  readonly endGrants: () => void;
  /** Somebody withdraws the login: only a new one helps. Null where there is none to withdraw. */
  readonly endLogin: (() => void) | null;
  /** Customers that are Simon's business now. */
  readonly customers: () => readonly KnownCustomer[];
  readonly articles: () => readonly KnownArticle[];
  /** Names of all files that clients put in the books, as often as each is there. */
  readonly files: () => readonly string[];
  readonly renameCustomer: (number: string, name: string) => void;
  readonly addCustomer: (name: string) => void;
  readonly endCustomer: (name: string) => void;
  readonly describeArticle: (code: string, description: string) => void;
  readonly priceArticle: (code: string, price: string) => void;
  readonly addArticle: (article: {
    readonly code: string;
    readonly description: string;
    readonly price: string;
  }) => void;
  readonly endArticle: (code: string) => void;
}

export interface ChaosPackage {
  readonly connector: Connector;
  readonly settings: Settings;
  readonly calls: Calls;
  readonly start: (options: SimulatorOptions) => Promise<StartedPackage>;
}

export interface StartedPackage {
  readonly simulator: RunningSimulator;
  readonly office: Office;
}

/** Work orders that are held back on purpose are a subject of their own. */
const NOTHING_HELD_BACK: Settings = { exclusionWord: '' };

/** A package with the settings of its practice books, and everything that its work orders can bring along. */
export function chaosPackage<Books>(
  connector: Connector,
  practiceSettings: Settings,
  start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>,
  { calls, office }: { readonly calls: Calls; readonly office: (books: Books) => Office },
): ChaosPackage {
  const consent: Readonly<Record<string, string>> = connector.auth.login === undefined ? {} : { consent: 'automatic' };
  const pdfs: Settings = connector.manifest.capabilities.attachments === null ? {} : { pdfs: 'both' };
  return {
    connector,
    calls,
    settings: { ...practiceSettings, ...NOTHING_HELD_BACK, ...pdfs },
    start: async (options) => {
      const simulator = await start({ ...options, quirks: { ...consent, ...options.quirks } });
      return { simulator, office: office(simulator.control.books) };
    },
  };
}
