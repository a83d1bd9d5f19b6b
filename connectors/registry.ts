import type { Connector } from './_kit/connector';
import type { ConnectorId } from './_kit/manifest';

/** Every connector that this version has, loaded when it is needed. Adding a package: its folder, and one line here. */
const CONNECTORS: Readonly<Partial<Record<ConnectorId, () => Promise<Connector>>>> = {
  snelstart: async () => (await import('./snelstart/index')).snelstart,
};

/** The packages that can be linked, in the order of the screen. */
export const connectorIds = Object.keys(CONNECTORS) as readonly ConnectorId[];

/** Loads a connector; throws for a package that this version does not have. */
export async function loadConnector(id: ConnectorId): Promise<Connector> {
  const load = CONNECTORS[id];
  if (load === undefined) throw new Error(`No connector for ${id}`);
  return load();
}
