import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, type Result } from '../../connectors/_kit/result';
import type { IntegrationStage } from '../../preload/contract/views';
import { credentialValues } from './credential-values';
import type { LinkConnections } from './link-connections';
import type { Linking } from './linking';
import type { Packages } from './packages';

export interface LinkParts {
  readonly packages: Packages;
  readonly connections: LinkConnections;
  readonly linking: Linking;
}

/**
 * Koppel with entered values: tries them at the package and keeps them only when they are right. Values that were left
 * out are those kept before, so that only a new key need be entered. Where the link is a login, the one that is in the
 * keychain is tried; it belongs to the registration it was made with.
 *
 * Problems: those of `stepProblem`, `credentialValues` and `Linking`, and `login-needed`.
 */
export function createLink({ packages, connections, linking }: LinkParts) {
  return async (id: ConnectorId, entered: Readonly<Record<string, string>>): Promise<Result<IntegrationStage>> => {
    const found = await packages.forStep(id, 'link');
    if (!found.ok) return found;
    const { connector } = found.value;
    const kept = await connections.values(id);
    if (!kept.ok) return kept;
    const values = credentialValues(connector.manifest.link, entered, kept.value);
    if (!values.ok) return values;
    if (connector.auth.login === undefined) return linking.withValues(found.value, values.value);

    const { credentials, registration } = connector.manifest.link;
    const isOther = [...credentials, ...registration].some(({ key }) => kept.value[key] !== values.value[key]);
    return isOther ? fail(problem('needs-login', 'login-needed')) : linking.asKept(found.value);
  };
}
