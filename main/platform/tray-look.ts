/** What the tray icon tells. Pure. */
import type { ConnectionState } from '../../preload/contract/views';

/** One icon each, in resources/tray/. */
export type TrayLook = 'idle' | 'busy' | 'attention' | 'not-linked';

/** How one company is doing, or all of them together. */
export interface OfficeFacts {
  readonly connection: ConnectionState;
  readonly pausedByUser: boolean;
  /** Until when the link is left alone (UTC ms); null when it is not, or when nobody can say. */
  readonly pausedUntilMs: number | null;
  /** Documents that only the office can help on. */
  readonly blockedDocuments: number;
  /** PDFs beside a booked document that only the office can help on. */
  readonly heldPdfs: number;
}

export interface CompanyFacts extends OfficeFacts {
  readonly name: string;
}

export interface TrayFacts extends OfficeFacts {
  /** The one company that it is about; null when it is about all of them, or when there is only one. */
  readonly company: string | null;
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
  const sum = (count: (one: CompanyFacts) => number): number => linked.reduce((total, one) => total + count(one), 0);
  const ends = linked
    .filter((one) => one.connection === connection && !one.pausedByUser)
    .flatMap(({ pausedUntilMs }) => pausedUntilMs ?? []);
  const facts: OfficeFacts = {
    connection,
    pausedUntilMs: ends.length === 0 ? null : Math.min(...ends),
    pausedByUser: linked.length > 0 && linked.every(({ pausedByUser }) => pausedByUser),
    blockedDocuments: sum((one) => one.blockedDocuments),
    heldPdfs: sum((one) => one.heldPdfs),
  };
  const { tells } = sentenceOf(facts);
  const about = linked.filter((one) => (tells === 'connection' ? one.connection === connection : one[tells] > 0));
  const [only, another] = about;
  return { ...facts, company: companies.length > 1 && another === undefined ? (only?.name ?? null) : null };
}

/** Something that needs the office shows even while a run is going on; being offline passes by itself. */
export function trayLook({ connection, blockedDocuments, heldPdfs }: OfficeFacts): TrayLook {
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
      if (blockedDocuments + heldPdfs > 0) return 'attention';
      return connection === 'busy' ? 'busy' : 'idle';
  }
}

export interface TraySentence {
  /** In the catalogue; the count goes into it, and the moment as `time`. */
  readonly key: string;
  readonly count: number;
  /** UTC ms; null when the sentence names no moment. */
  readonly atMs: number | null;
  readonly tells: 'connection' | 'blockedDocuments' | 'heldPdfs';
}

/**
 * The sentence behind the icon. Which work orders are blocked says more than that something needs attention; a login is
 * needed before any can go.
 */
export function sentenceOf(facts: OfficeFacts): TraySentence {
  const { connection, blockedDocuments, heldPdfs } = facts;
  if (connection !== 'not-linked' && connection !== 'needs-login') {
    if (blockedDocuments > 0) {
      return { key: 'tray.status.blocked-documents', count: blockedDocuments, atMs: null, tells: 'blockedDocuments' };
    }
    if (heldPdfs > 0 && connection !== 'attention') {
      return { key: 'tray.status.held-pdfs', count: heldPdfs, atMs: null, tells: 'heldPdfs' };
    }
  }
  if (connection === 'paused' && !facts.pausedByUser && facts.pausedUntilMs !== null) {
    return { key: 'tray.status.paused-until', count: 0, atMs: facts.pausedUntilMs, tells: 'connection' };
  }
  return { key: `tray.status.${connection}`, count: 0, atMs: null, tells: 'connection' };
}
