/** The calls that the faults are played on. */
import type { FaultMatch } from '../../connectors/_kit/simulator/faults';
import { CHAOS_PACKAGES } from '../chaos/packages';

export type CallName = 'pull' | 'create' | 'look-up' | 'token' | 'attachment';

type Match = Pick<FaultMatch, 'method' | 'path' | 'operation'>;

export interface PackageCalls {
  /** Without those that the package does not have. */
  readonly matches: Readonly<Partial<Record<CallName, Match>>>;
  /** Enough articles for the pull to need several pages, where the package gives small ones. */
  readonly articles: number;
  /** The page that the faults of a pull are played on: one that is not asked again when the page before is read twice. */
  readonly page: number;
  /** What one renewal asks for: a login, and at Visma.net the token of the service app beside it. */
  readonly tokensPerRenewal: number;
}

/** The pull of articles: one list of pages, where the harness of the chaos knows all that are pulled. */
const ARTICLES: Readonly<Record<string, { readonly pull: Match; readonly articles: number; readonly page: number }>> = {
  snelstart: { pull: { method: 'GET', path: /\/artikelen$/ }, articles: 60, page: 3 },
  'exact-online': { pull: { method: 'GET', path: /\/sync\/Logistics\/Items$/ }, articles: 6, page: 1 },
  'visma-net': { pull: { method: 'GET', path: /\/inventory$/ }, articles: 6, page: 1 },
  billit: { pull: { method: 'GET', path: /\/products$/ }, articles: 250, page: 3 },
  'e-boekhouden': { pull: { operation: 'GetArtikelen' }, articles: 6, page: 1 },
};

export const CALLS: Readonly<Record<string, PackageCalls>> = Object.fromEntries(
  Object.entries(ARTICLES).map(([name, { pull, articles, page }]) => {
    const known = CHAOS_PACKAGES[name]?.calls;
    const matches = {
      pull,
      create: known?.create[0],
      'look-up': known?.['look-up'][0],
      token: known?.renewal[0],
      attachment: known?.attachment.at(-1),
    };
    const present = Object.entries(matches).filter(([, match]) => match !== undefined);
    const tokensPerRenewal = name === 'visma-net' ? 2 : 1;
    return [name, { matches: Object.fromEntries(present), articles, page, tokensPerRenewal }];
  }),
);
