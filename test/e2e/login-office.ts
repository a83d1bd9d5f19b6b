/** What an office and its IT do around a login, by the calls of the screens. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask, right } from './bridge';
import { ActivationWizard } from './screens/activation-wizard';

/** Points the app at simulators. */
export function endpointsFile(folder: string, endpoints: Readonly<Record<string, unknown>>): string {
  const file = join(folder, 'login-endpoints.json');
  writeFileSync(file, JSON.stringify(endpoints));
  return file;
}

/** The step Koppel of a package, past terms and emptying. */
export async function atLinkStep(window: Page, id: string): Promise<ActivationWizard> {
  right(await ask(window, 'integrations:accept-terms', id));
  right(await ask(window, 'integrations:wipe', { package: id, parts: ['customers', 'articles', 'workOrders'] }));
  await window.evaluate((name) => void (location.hash = `#/integrations/${name}`), id);
  const wizard = new ActivationWizard(window);
  await wizard.isAtStep('Koppel');
  return wizard;
}
