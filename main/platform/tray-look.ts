/** What the tray icon tells. Pure. */
import type { ConnectionState } from '../../preload/contract/views';

/** One icon each, in resources/tray/. */
export type TrayLook = 'idle' | 'busy' | 'attention' | 'not-linked';

export interface TrayFacts {
  readonly connection: ConnectionState;
  readonly pausedByUser: boolean;
  /** Documents that only the office can help on. */
  readonly blockedDocuments: number;
}

/** Something that needs the office shows even while a run is going on; being offline passes by itself. */
export function trayLook({ connection, blockedDocuments }: TrayFacts): TrayLook {
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
export function trayTooltip(facts: TrayFacts): string {
  if (facts.connection === 'not-linked') return 'tray.status.not-linked';
  if (facts.blockedDocuments > 0 && facts.connection !== 'needs-login') return 'tray.status.blocked-documents';
  return `tray.status.${facts.connection}`;
}
