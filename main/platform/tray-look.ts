/** What the tray icon tells. Pure. */
import type { ConnectionState } from '../../preload/contract/views';

/** One icon each, in resources/tray/. */
export type TrayLook = 'idle' | 'busy' | 'attention' | 'not-linked';

/** How one company is doing. */
export interface CompanyFacts {
  readonly name: string;
  readonly connection: ConnectionState;
  readonly pausedByUser: boolean;
  /** Documents that only the office can help on. */
  readonly blockedDocuments: number;
}

export interface TrayFacts {
  /** The one company that it is about; null when it is about all of them, or when there is only one. */
  readonly company: string | null;
  readonly connection: ConnectionState;
  readonly pausedByUser: boolean;
  /** Documents that only the office can help on. */
  readonly blockedDocuments: number;
}

/** What needs the office most comes first. */
const WORST_FIRST: readonly ConnectionState[] = [
  'needs-login',
  'attention',
  'offline',
  'paused',
  'busy',
  'idle',
  'not-linked',
];

/**
 * One icon for all companies: the worst of them. A company that is not linked counts only when none is. Paused by the user
 * when all that are linked are, so that the menu offers what is left to do.
 */
export function worstOf(companies: readonly CompanyFacts[]): TrayFacts {
  const linked = companies.filter(({ connection }) => connection !== 'not-linked');
  const connection = WORST_FIRST.find((state) => linked.some((one) => one.connection === state)) ?? 'not-linked';
  const blocked = linked.filter(({ blockedDocuments }) => blockedDocuments > 0);
  const facts = {
    connection,
    pausedByUser: linked.length > 0 && linked.every(({ pausedByUser }) => pausedByUser),
    blockedDocuments: blocked.reduce((sum, one) => sum + one.blockedDocuments, 0),
  };
  const about = tellsBlockedDocuments(facts) ? blocked : linked.filter((one) => one.connection === connection);
  const [only, another] = about;
  return { ...facts, company: companies.length > 1 && another === undefined ? (only?.name ?? null) : null };
}

/** Something that needs the office shows even while a run is going on; being offline passes by itself. */
export function trayLook({
  connection,
  blockedDocuments,
}: Pick<TrayFacts, 'connection' | 'blockedDocuments'>): TrayLook {
  switch (connection) {
    case 'not-linked':
      return 'not-linked';
    case 'needs-login':
    case 'attention':
      return 'attention';
    case 'busy':
    case 'idle':
    case 'paused':
    case 'offline':
      if (blockedDocuments > 0) return 'attention';
      return connection === 'busy' ? 'busy' : 'idle';
  }
}

/** Key of the sentence behind the icon, in the catalogue. */
export function trayTooltip(facts: Pick<TrayFacts, 'connection' | 'blockedDocuments'>): string {
  if (facts.connection === 'not-linked') return 'tray.status.not-linked';
  if (tellsBlockedDocuments(facts)) return 'tray.status.blocked-documents';
  return `tray.status.${facts.connection}`;
}

/** Which work orders are blocked says more than that something needs attention; a login is needed before any can go. */
const tellsBlockedDocuments = ({ connection, blockedDocuments }: Pick<TrayFacts, 'connection' | 'blockedDocuments'>) =>
  blockedDocuments > 0 && connection !== 'needs-login';
