/**
 * Runs in the main process: what is remembered of each database in the keychain, which does not travel with the data
 * folder: neither to another computer, nor back in time with an older copy of a file.
 */
import { z } from 'zod';
import type { DatabaseTraces } from '../ports';
import type { Keychain } from './secrets';

const SERVICE = 'Simon Koppel';

const traceSchema = z.object({
  traceId: z.string(),
  steps: z.number().int().min(0),
  lastWorkOrderNumber: z.number().int().min(0),
});

/**
 * `load` fetches the keychain itself. An entry that cannot be understood counts as none: the database is then treated as
 * one that is new here.
 */
export function createDatabaseTraces(load: () => Promise<Keychain>, installationId: string): DatabaseTraces {
  const accountOf = (companyId: string): string => `${installationId}/${companyId}/database`;
  return {
    read: async (companyId) => {
      const text = await (await load()).getPassword(SERVICE, accountOf(companyId));
      return text === null ? null : understood(text);
    },
    write: async (companyId, trace) => {
      await (await load()).setPassword(SERVICE, accountOf(companyId), JSON.stringify(trace));
    },
    remove: async (companyId) => {
      await (await load()).deletePassword(SERVICE, accountOf(companyId));
    },
  };
}

function understood(text: string): z.output<typeof traceSchema> | null {
  try {
    return traceSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
