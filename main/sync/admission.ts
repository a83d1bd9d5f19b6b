import type { Administration, Connector } from '../../connectors/_kit/connector';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { Logger } from '../ports';
import type { Connection } from './connection';
import type { EngineParts } from './engine';
import type { LinkHealth } from './link-health';

export interface AdmissionParts extends Pick<EngineParts, 'connector' | 'link' | 'keepAdministration'> {
  readonly connection: Pick<Connection, 'checkContext'>;
  readonly linkHealth: LinkHealth;
  readonly logger: Logger;
}

/** Makes sure that the key leads to the administration that was linked, before anything is read or sent. */
export interface Admission {
  /**
   * Asks the package. Tells the link's health, and keeps what the package says anew about the administration. Fails with
   * `administration-changed` for another administration than the linked one, or with what kept it from being asked.
   */
  readonly check: (signal: AbortSignal) => Promise<Result<Administration>>;
  /** The same, but asks only until it was right once in this process, and again after the link stopped: the key may be a new one. */
  readonly admit: (signal: AbortSignal) => Promise<Result<Administration>>;
}

export function createAdmission(parts: AdmissionParts): Admission {
  const { connector, connection, link, linkHealth, logger } = parts;
  let isAdmitted = false;

  const check: Admission['check'] = async (signal) => {
    const found = matching(await ask(connector, connection, link().settings, logger, signal));
    if (found.ok) {
      isAdmitted = true;
      linkHealth.worked();
      if (!isSame(found.value, link().administration)) parts.keepAdministration(found.value);
    } else if (found.problem.kind !== 'cancelled') {
      linkHealth.failed(found.problem);
    }
    return found;
  };

  const matching = (found: Result<Administration>): Result<Administration> => {
    const linked = link().administration;
    return found.ok && found.value.id !== linked.id
      ? fail(problem('blocked', 'administration-changed', { linked: linked.name, found: found.value.name }))
      : found;
  };

  return {
    check,
    admit: async (signal) => {
      const isKnown = isAdmitted && linkHealth.state().kind !== 'stopped';
      return isKnown ? ok(link().administration) : check(signal);
    },
  };
}

async function ask(
  connector: Connector,
  connection: Pick<Connection, 'checkContext'>,
  settings: Settings,
  logger: Logger,
  signal: AbortSignal,
): Promise<Result<Administration>> {
  try {
    return await connector.check(connection.checkContext(signal, settings));
  } catch (error) {
    return fail(problem('bad-response', 'app-error', { id: logger.bug('check', error) }));
  }
}

const isSame = (one: Administration, other: Administration): boolean => JSON.stringify(one) === JSON.stringify(other);
