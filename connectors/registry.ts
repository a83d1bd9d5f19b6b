import type { Connector } from './_kit/connector';
import type { ConnectorId } from './_kit/manifest';
import type { Settings } from './_kit/settings';
import type { RunningSimulator, SimulatorOptions } from './_kit/simulator/contract';

/** The connector and the simulator of a package, each loaded when it is needed. */
type Package = readonly [
  connector: () => Promise<{ readonly connector: Connector }>,
  simulator: () => Promise<SimulatorModule>,
];

/** A stand-in of the vendor's service. */
export interface SimulatorModule {
  readonly startSimulator: (options?: SimulatorOptions) => Promise<RunningSimulator>;
  /** Settings that are right in its practice books. */
  readonly practiceSettings: Settings;
  /** How it behaves in the practice administration, where a login comes back without a page on the web. */
  readonly practiceQuirks?: Readonly<Record<string, string>>;
}

/** Every package of this version, in the order of the screen. Adding a package: its folder, and one line here. */
const PACKAGES: Readonly<Record<ConnectorId, Package>> = {
  snelstart: [() => import('./snelstart/index'), () => import('./snelstart/simulator/index')],
  'exact-online': [() => import('./exact-online/index'), () => import('./exact-online/simulator/index')],
  'visma-net': [() => import('./visma-net/index'), () => import('./visma-net/simulator/index')],
  billit: [() => import('./billit/index'), () => import('./billit/simulator/index')],
  'e-boekhouden': [() => import('./e-boekhouden/index'), () => import('./e-boekhouden/simulator/index')],
};

/** The packages that can be linked. */
export const connectorIds: readonly ConnectorId[] = Object.keys(PACKAGES);

/** Loads a connector; throws for a package that this version does not have. */
export async function loadConnector(id: ConnectorId): Promise<Connector> {
  const [connector] = packageOf(id);
  return (await connector()).connector;
}

/** Loads a simulator; throws for a package that this version does not have. */
export async function loadSimulator(id: ConnectorId): Promise<SimulatorModule> {
  const [, simulator] = packageOf(id);
  return simulator();
}

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
