/** The packages that the chaos runs with: how to start each, and what its office does meanwhile. */
import type { Connector } from '../../connectors/_kit/connector';
import type { Settings } from '../../connectors/_kit/settings';
import type { RunningSimulator, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import { connector as billit } from '../../connectors/billit/index';
import * as billitSimulator from '../../connectors/billit/simulator/index';
import { connector as eBoekhouden } from '../../connectors/e-boekhouden/index';
import * as eBoekhoudenSimulator from '../../connectors/e-boekhouden/simulator/index';
import { connector as exactOnline } from '../../connectors/exact-online/index';
import * as exactOnlineSimulator from '../../connectors/exact-online/simulator/index';
import { connector as snelstart } from '../../connectors/snelstart/index';
import * as snelstartSimulator from '../../connectors/snelstart/simulator/index';
import { connector as vismaNet } from '../../connectors/visma-net/index';
import * as vismaNetSimulator from '../../connectors/visma-net/simulator/index';

export interface ChaosPackage {
  readonly connector: Connector;
  readonly settings: Settings;
  readonly start: (options: SimulatorOptions) => Promise<StartedPackage>;
}

export interface StartedPackage {
  readonly simulator: RunningSimulator;
  /** All access tokens or sessions that were given out stop. */
  readonly endGrants: () => void;
  /** The office changes something that no work order depends on. */
  readonly officeEdit: (turn: number) => void;
}

interface Ways<Books> {
  readonly endGrants: (books: Books) => void;
  readonly officeEdit: (books: Books, turn: number) => void;
}

/** Work orders that are held back on purpose, and PDFs, are subjects of their own. */
const PLAIN: Settings = { exclusionWord: '', pdfs: 'none' };

function chaosPackage<Books>(
  connector: Connector,
  settings: Settings,
  start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>,
  ways: Ways<Books>,
): ChaosPackage {
  const consent: Readonly<Record<string, string>> = connector.auth.login === undefined ? {} : { consent: 'automatic' };
  return {
    connector,
    settings: { ...settings, ...PLAIN },
    start: async (options) => {
      const simulator = await start({ ...options, quirks: { ...consent, ...options.quirks } });
      const { books } = simulator.control;
      return {
        simulator,
        endGrants: () => ways.endGrants(books),
        officeEdit: (turn) => ways.officeEdit(books, turn),
      };
    },
  };
}

/** An article that stands on every document; its name may change. */
const STANDARD_ARTICLE = 'VOORRIJ';

export const CHAOS_PACKAGES: Readonly<Record<string, ChaosPackage>> = {
  snelstart: chaosPackage(snelstart, snelstartSimulator.practiceSettings, snelstartSimulator.startSimulator, {
    endGrants: (books) => books.expireTokens(),
    officeEdit: (books, turn) => books.changeArticle(STANDARD_ARTICLE, { description: `Voorrijkosten ${turn}` }),
  }),
  'exact-online': chaosPackage(
    exactOnline,
    exactOnlineSimulator.practiceSettings,
    exactOnlineSimulator.startSimulator,
    {
      endGrants: (books) => books.expireTokens(),
      officeEdit: (books, turn) => books.changeArticle(STANDARD_ARTICLE, { Description: `Voorrijkosten ${turn}` }),
    },
  ),
  'visma-net': chaosPackage(vismaNet, vismaNetSimulator.practiceSettings, vismaNetSimulator.startSimulator, {
    endGrants: (books) => books.expireTokens(),
    officeEdit: (books, turn) => books.changeArticle(STANDARD_ARTICLE, { description: `Voorrijkosten ${turn}` }),
  }),
  billit: chaosPackage(billit, billitSimulator.practiceSettings, billitSimulator.startSimulator, {
    endGrants: (books) => books.expireTokens(),
    officeEdit: (books, turn) => books.changeArticle(STANDARD_ARTICLE, { description: `Voorrijkosten ${turn}` }),
  }),
  'e-boekhouden': chaosPackage(
    eBoekhouden,
    eBoekhoudenSimulator.practiceSettings,
    eBoekhoudenSimulator.startSimulator,
    {
      endGrants: (books) => books.expireSessions(),
      officeEdit: (books, turn) => books.changeArticle(STANDARD_ARTICLE, { description: `Voorrijkosten ${turn}` }),
    },
  ),
};
