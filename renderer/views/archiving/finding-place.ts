import type { FindingPlace } from '../../../preload/contract/archiving';
import { navigate } from '../../shell/use-route';
import { goToSetting } from '../package-settings/setting-place';

/** The field that the editor of a work order brings the focus to once it shows. */
let wanted: { readonly workOrderId: number; readonly field: string } | null = null;
const listeners = new Set<() => void>();

/** Opens the screen where a finding is mended, with the focus on its field. */
export function goToFinding(workOrderId: number, place: FindingPlace): void {
  switch (place.screen) {
    case 'work-order':
      wanted = { workOrderId, field: place.field };
      navigate('work-orders', workOrderId);
      for (const listener of listeners) listener();
      return;
    case 'integration':
      if (place.package !== null && place.field !== null) goToSetting(place.package, place.field);
      else navigate('integrations', place.package);
      return;
    case 'queue':
      navigate('queue', place.entryId);
  }
}

/** The field that waits to get the focus on this work order; it is asked for once. */
export function takeWantedField(workOrderId: number): string | null {
  if (wanted?.workOrderId !== workOrderId) return null;
  const { field } = wanted;
  wanted = null;
  return field;
}

/** Hears when a field is wanted, also on the screen that shows already. */
export function onFieldWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
