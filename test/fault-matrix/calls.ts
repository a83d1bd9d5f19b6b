/** The calls of each package that the faults are played on, as its requests look (paths of the vendors' documents). */
import type { FaultMatch } from '../../connectors/_kit/simulator/faults';

export const CALL_NAMES = ['pull', 'create', 'look-up', 'token', 'attachment'] as const;
export type CallName = (typeof CALL_NAMES)[number];

type Match = Pick<FaultMatch, 'method' | 'path' | 'operation'>;

export interface PackageCalls {
  readonly matches: Readonly<Partial<Record<CallName, Match>>>;
  /** Enough articles for the pull to need several pages, where the package gives small ones. */
  readonly articles: number;
  /** The page that the faults of a pull are played on: one that is not asked again when the page before is read twice. */
  readonly page: number;
}

export const CALLS: Readonly<Record<string, PackageCalls>> = {
  snelstart: {
    matches: {
      pull: { method: 'GET', path: /\/artikelen$/ },
      create: { method: 'POST', path: /\/verkooporders$/ },
      'look-up': { method: 'GET', path: /\/verkooporders$/ },
      token: { method: 'POST', path: /\/token$/ },
    },
    articles: 60,
    page: 3,
  },
  'exact-online': {
    matches: {
      pull: { method: 'GET', path: /\/sync\/Logistics\/Items$/ },
      create: { method: 'POST', path: /\/SalesInvoices$/ },
      'look-up': { method: 'GET', path: /\/SalesInvoices$/ },
      token: { method: 'POST', path: /\/token$/ },
      attachment: { method: 'POST', path: /\/DocumentAttachments$/ },
    },
    articles: 10,
    page: 1,
  },
  'visma-net': {
    matches: {
      pull: { method: 'GET', path: /\/inventory$/ },
      create: { method: 'POST', path: /\/SalesOrders$/ },
      'look-up': { method: 'GET', path: /\/SalesOrders\/SO$/ },
      token: { method: 'POST', path: /\/token$/ },
      attachment: { method: 'POST', path: /\/attachment$/ },
    },
    articles: 10,
    page: 1,
  },
  billit: {
    // PDFs go in the call that creates the invoice.
    matches: {
      pull: { method: 'GET', path: /\/products$/ },
      create: { method: 'POST', path: /\/orders$/ },
      'look-up': { method: 'GET', path: /\/orders$/ },
      token: { method: 'POST', path: /\/token$/i },
    },
    articles: 250,
    page: 3,
  },
  'e-boekhouden': {
    // One address; no PDFs.
    matches: {
      pull: { operation: 'GetArtikelen' },
      create: { operation: 'AddFactuur' },
      'look-up': { operation: 'GetFacturen' },
      token: { operation: 'OpenSession' },
    },
    articles: 10,
    page: 1,
  },
};
