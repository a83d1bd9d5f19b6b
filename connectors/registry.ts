import type { Connector } from './_kit/connector';
import type { ConnectorId } from './_kit/manifest';
import type { Settings } from './_kit/settings';
import type { RunningSimulator, SimulatorOptions } from './_kit/simulator/contract';

interface Package {
  readonly connector?: () => Promise<{ readonly connector: Connector }>;
  readonly simulator: () => Promise<SimulatorModule>;
}

/** A stand-in of the vendor's service. */
export interface SimulatorModule {
  readonly startSimulator: (options?: SimulatorOptions) => Promise<RunningSimulator>;
  /** Settings that are right in its practice books. */
  readonly practiceSettings?: Settings;
  /** How it behaves in the practice administration, where a login comes back without a page on the web. */
  readonly practiceQuirks?: Readonly<Record<string, string>>;
}

/** Every package of this version, each part loaded when it is needed. Adding a package: its folder, and one line here. */
const PACKAGES: Readonly<Record<ConnectorId, Package>> = {
  snelstart: { connector: () => import('./snelstart/index'), simulator: () => import('./snelstart/simulator/index') },
  'exact-online': { simulator: () => import('./exact-online/simulator/index') },
  'visma-net': { simulator: () => import('./visma-net/simulator/index') },
  billit: { simulator: () => import('./billit/simulator/index') },
  'e-boekhouden': { simulator: () => import('./e-boekhouden/simulator/index') },
};

/** The packages that can be linked, in the order of the screen. */
export const connectorIds: readonly ConnectorId[] = Object.keys(PACKAGES).filter(
  (id) => PACKAGES[id]?.connector !== undefined,
);

/** The packages that can be simulated. */
export const simulatorNames: readonly ConnectorId[] = Object.keys(PACKAGES);

/** Loads a connector; throws for a package that this version does not have. */
export async function loadConnector(id: ConnectorId): Promise<Connector> {
  const load = packageOf(id).connector;
  if (load === undefined) throw new Error(`No connector for ${id}`);
  return (await load()).connector;
}

/** Loads a simulator; throws for a package that this version does not have. */
export const loadSimulator = (id: ConnectorId): Promise<SimulatorModule> => packageOf(id).simulator();

/** Names of the base addresses of every package: what an endpoints file may hold. */
export async function endpointNames(): Promise<Readonly<Record<ConnectorId, readonly string[]>>> {
  const connectors = await Promise.all(connectorIds.map(loadConnector));
  return Object.fromEntries(connectors.map(({ manifest }) => [manifest.id, Object.keys(manifest.endpoints)]));
}

function packageOf(id: ConnectorId): Package {
  const found = Object.hasOwn(PACKAGES, id) ? PACKAGES[id] : undefined;
  if (found === undefined) throw new Error(`There is no package ${id}`);
  return found;
}
