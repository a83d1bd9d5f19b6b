import { cleanup, configure, render } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startI18n } from '../../../renderer/i18n/i18n';
import { App } from '../../../renderer/shell/App';
import { startAppStore, useAppStore } from '../../../renderer/shell/app-store';
import { useCompanySwitch } from '../../../renderer/shell/company-switch';
import { useArticlesStore } from '../../../renderer/views/articles/articles-store';
import { useCustomersStore } from '../../../renderer/views/customers/customers-store';
import { useLoginStore } from '../../../renderer/views/activation-wizard/login-store';
import { useFirstRunStore } from '../../../renderer/views/first-run/first-run-store';
import { useUnfoldedHelp } from '../../../renderer/views/guide/unfolded-help';
import { useFormsStore } from '../../../renderer/views/forms/forms-store';
import { useImportStore } from '../../../renderer/views/imports/import-store';
import { useTakeBackStore } from '../../../renderer/views/integrations/take-back-store';
import { useIntegrationsStore } from '../../../renderer/views/integrations/integrations-store';
import { useLogStore } from '../../../renderer/views/log/log-store';
import { usePlanningStore } from '../../../renderer/views/planning/planning-store';
import { useQueueStore } from '../../../renderer/views/queue/queue-store';
import { useLeftOutStore } from '../../../renderer/views/work-order-templates/left-out-store';
import { useLastEmployee } from '../../../renderer/views/work-orders/usual-employee';
import { forgetUnsaved } from '../../../renderer/views/work-orders/unsaved-editors';
import { useWorkOrdersStore } from '../../../renderer/views/work-orders/work-orders-store';
import { createFakeApp, type FakeApp, type Scenario } from './fake-app';

const STORES = [
  useAppStore,
  useCompanySwitch,
  useArticlesStore,
  useCustomersStore,
  useFirstRunStore,
  useFormsStore,
  useImportStore,
  useIntegrationsStore,
  useTakeBackStore,
  useLogStore,
  useLastEmployee,
  useLeftOutStore,
  useLoginStore,
  usePlanningStore,
  useQueueStore,
  useUnfoldedHelp,
  useWorkOrdersStore,
];

// A busy computer makes a test wait, and fails none.
configure({ asyncUtilTimeout: 30_000 });

/** Height and width that elements seem to have: happy-dom lays nothing out, and the table draws what fits. */
const SIZE_PX = { clientHeight: 400, clientWidth: 1000 };

/** Puts a fake main process behind `window.app`. */
export function installFakeApp(scenario: Partial<Scenario> = {}): FakeApp {
  const fake = createFakeApp(scenario);
  Object.defineProperty(window, 'app', { value: fake.bridge, configurable: true });
  return fake;
}

/** Lets the table believe that it is on a screen. Call it at the top of a test file that shows lists. */
export function pretendLayout(): void {
  for (const [name, value] of Object.entries(SIZE_PX)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
}

/** The whole app on a fake main process, at a place such as `#/customers`. */
export async function showApp(hash: string, scenario: Partial<Scenario> = {}): Promise<FakeApp> {
  const fake = installFakeApp(scenario);
  window.location.hash = hash;
  await startI18n(scenario.language ?? 'nl');
  const stop = await startAppStore();
  stops.push(stop);
  render(<App />);
  return fake;
}

const stops: (() => void)[] = [];

afterEach(() => {
  cleanup();
  forgetUnsaved();
  localStorage.clear();
  stops.splice(0).forEach((stop) => stop());
  for (const store of STORES)
    (store as { setState: (state: unknown, replace: true) => void }).setState(store.getInitialState(), true);
});
