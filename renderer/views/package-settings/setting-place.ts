import type { ConnectorId, Manifest, SettingField } from '../../../preload/contract/model';
import { navigate } from '../../shell/use-route';
import { useIntegrationsStore } from '../integrations/integrations-store';

/** The setting that the form brings the focus to once it shows. */
let wanted: { readonly packageId: ConnectorId; readonly key: string } | null = null;
const listeners = new Set<() => void>();

/** Opens the settings of a package with the focus on one of them. */
export function goToSetting(packageId: ConnectorId, key: string): void {
  wanted = { packageId, key };
  goToSettings(packageId);
  for (const listener of listeners) listener();
}

/** Opens the settings of a package. */
export function goToSettings(packageId: ConnectorId): void {
  const { integrations, edit } = useIntegrationsStore.getState();
  const state = integrations?.find(({ manifest }) => manifest.id === packageId)?.stage.state;
  // Before it is active, the wizard shows them.
  if (state === undefined || state === 'active') edit(packageId);
  navigate('integrations', packageId);
}

/** The setting that waits to get the focus; it is asked for once. */
export function takeWantedSetting(packageId: ConnectorId): string | null {
  if (wanted?.packageId !== packageId) return null;
  const { key } = wanted;
  wanted = null;
  return key;
}

/** Hears when a setting is wanted, also on a form that shows already. */
export function onSettingWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The field to go to for a setting: itself, else the one that decides that it does not show; null: no such setting. */
export function fieldToFocus(manifest: Manifest, shown: readonly SettingField[], key: string): string | null {
  const field = manifest.settings.find((one) => one.key === key);
  if (field === undefined) return null;
  if (shown.includes(field)) return key;
  const decider = field.visibleWhen === undefined ? null : fieldToFocus(manifest, shown, field.visibleWhen.key);
  // Behind an administration that is not right yet.
  return decider ?? shown[0]?.key ?? null;
}

/** Brings the focus into the row of a setting. */
export function focusSetting(key: string): void {
  const row = document.querySelector(`[data-setting="${CSS.escape(key)}"]`);
  const control = row?.querySelector<HTMLElement>('input, button, textarea');
  control?.focus();
  row?.scrollIntoView({ block: 'center' });
}
