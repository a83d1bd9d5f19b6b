/** The packages that the chaos runs with, by connector id. */
import { billit } from './offices/billit';
import { eBoekhouden } from './offices/e-boekhouden';
import { exactOnline } from './offices/exact-online';
import type { ChaosPackage } from './offices/office';
import { snelstart } from './offices/snelstart';
import { vismaNet } from './offices/visma-net';

export const CHAOS_PACKAGES: Readonly<Record<string, ChaosPackage>> = {
  snelstart,
  'exact-online': exactOnline,
  'visma-net': vismaNet,
  billit,
  'e-boekhouden': eBoekhouden,
};
