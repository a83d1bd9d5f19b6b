/** Runs in the main process: makes a newcomer's practice administration a living office, at its first start. */
import { activate } from '../cli/activation';
import type { CompanyServices } from '../compose';
import type { SyncStatus } from '../../preload/contract/views';
import { describe } from '../log/problem-text';
import { EXAMPLE_COUNT, exampleImportText } from './example-work-orders';
import type { Practice } from './practice';

/**
 * Links the first package when the practice administration was never linked; the first pull goes on in the background.
 * When it does not work (no keychain, say), the office can do the same in the wizard and read there why not.
 */
export async function linkOnce({ company, connectors, logger }: CompanyServices, practice: Practice): Promise<void> {
  const integrations = await company.calls['integrations:list'](undefined);
  // A login would open the browser before the newcomer has seen anything.
  const first = integrations.find(({ manifest }) => manifest.link.kind === 'key');
  if (first === undefined || integrations.some(({ stage }) => stage.termsAcceptedAtMs !== null)) return;
  if (integrations.some(({ stage }) => stage.activatedAtMs !== null)) return;
  const { id } = first.manifest;
  const { manifest } = await connectors.load(id);
  const activated = await activate(company, {
    package: id,
    credentials: await practice.credentials(manifest),
    settings: await practice.settings(id),
    mayWipeUndelivered: false,
    logInAgain: false,
  });
  if (!activated.ok)
    logger.warn('practice', 'not linked', { reason: describe(activated.problem, manifest.label).message.en });
}

/** Adds the examples once, as soon as a pull brought customers and articles. Returns how to stop waiting for that. */
export function keepExamplesComing({ company, companyStore, logger }: CompanyServices): () => void {
  let adding = false;
  const addOnce = async ({ lastRun }: SyncStatus): Promise<void> => {
    if (adding || companyStore.examplesAddedAtMs() !== null || lastRun?.result !== 'finished') return;
    adding = true;
    const nowMs = Date.now();
    const numbers = await exampleCustomers(company);
    if (numbers.length > 0) {
      const imported = await company.takeIn({
        name: 'voorbeelden.json',
        bytes: new TextEncoder().encode(exampleImportText(numbers, nowMs)),
      });
      if (!imported.ok) throw new Error(`The examples do not fit: ${imported.problem.code}`);
      companyStore.saveExamplesAddedAtMs(nowMs);
    }
    adding = false;
  };
  return company.on('sync:status', (status) => {
    addOnce(status).catch((error: unknown) => logger.bug('practice', error));
  });
}

/** Customers with a full address, from different places of the list. */
async function exampleCustomers({ calls }: CompanyServices['company']): Promise<readonly string[]> {
  const { rows } = await calls['customers:list']({ search: '', offset: 0, limit: 300 });
  const usable = rows.filter(
    ({ active, number, street, city }) => active && number !== '' && street !== '' && city !== '',
  );
  const step = Math.max(1, Math.floor(usable.length / EXAMPLE_COUNT));
  return usable.filter((_, index) => index % step === 0).map(({ number }) => number);
}
