/** The practice administration linked with one package, all its settings in use, open in the app. */
import type { Page } from '@playwright/test';
import type { ConnectorId, Manifest, SettingField, Settings } from '../../preload/contract/model';
import { ask, right } from '../e2e/bridge';
import { expect, type OpenApp } from '../e2e/fixtures';
import { comeBack, LoginBrowser } from '../e2e/login-browser';
import type { PreparedOffice } from './prepared-office';

/** Of what a package offers, that of the practice books; else the first. */
const OWN = 'Koppelaar';
/** For what is typed and cannot be left out, such as a template. */
const TYPED = 'Standaard factuur';

/** SnelStart is what the practice administration begins with; the others take its place. */
export async function linkedPackage(id: ConnectorId, openApp: () => Promise<OpenApp>): Promise<PreparedOffice> {
  const opened = await openApp();
  const { app, window } = opened;
  await expect.poll(async () => (await ask(window, 'sync:status')).lastRun?.result).toBe('finished');
  right(await ask(window, 'integrations:deactivate', 'snelstart'));
  right(await ask(window, 'integrations:accept-terms', id));
  right(await ask(window, 'integrations:wipe', { package: id, parts: ['customers', 'articles', 'workOrders'] }));
  const integrations = await ask(window, 'integrations:list');
  const manifest = integrations.find((one) => one.manifest.id === id)?.manifest;
  if (manifest === undefined) throw new Error(`No package ${id}`);
  const credentials = (await ask(window, 'integrations:practice-credentials', id)) ?? {};
  if (manifest.link.kind === 'oauth') {
    const browser = await LoginBrowser.of(app);
    const login = ask(window, 'integrations:login', { package: id, credentials });
    await comeBack(await browser.page());
    right(await login);
  } else right(await ask(window, 'integrations:link', { package: id, credentials }));
  const settings = await everySetting(window, manifest);
  const saved = right(await ask(window, 'integrations:save-settings', { package: id, settings }));
  expect(saved.refused).toEqual([]);
  return { ...opened, amount: 'one', readyId: null, booked: null };
}

/** What is required is filled in, and what can be pulled is, so that the settings behind it show. */
async function everySetting(
  window: Page,
  { id, settings: fields }: Manifest,
): Promise<Record<string, Settings[string]>> {
  const settings: Record<string, Settings[string]> = {};
  const offered = async ({ key }: SettingField) => {
    const choices = right(await ask(window, 'integrations:choices', { package: id, key, settings }));
    return (choices.find(({ label }) => label.nl.includes(OWN)) ?? choices[0])?.value ?? '';
  };
  for (const field of fields) {
    if (field.kind === 'yes-no') settings[field.key] = true;
    else if (field.kind === 'remote-choice' && (field.required === true || field.key === 'administration')) {
      settings[field.key] = await offered(field);
    } else if (field.kind === 'text' && field.required === true) settings[field.key] = TYPED;
  }
  return settings;
}
