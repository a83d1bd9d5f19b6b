import { z } from 'zod';
import type { ConnectorId, SettingField, Settings } from '../../../preload/contract/model';
import { forgetInJournal, keepInJournal, readJournal } from '../../shell/journal';
import { differingFields, settingValue } from './settings-draft';

/** Settings of one package that were changed on screen and not saved. */
export interface SettingsJournal {
  /** What differs from `saved`; nothing is kept when nothing does. */
  readonly keep: (settings: Settings) => void;
  readonly forget: () => void;
  /** What differed from `saved` when the form went; empty when nothing did, or nothing can be read. */
  readonly kept: () => Settings;
}

const journal = z.record(z.string(), z.json());

/** `saved`: what the values on screen are held against. */
export function settingsJournal(
  companyId: string,
  packageId: ConnectorId,
  fields: readonly SettingField[],
  saved: Settings,
): SettingsJournal {
  const name = `typed-settings/${companyId}/${packageId}`;
  const differing = (settings: Settings): Settings =>
    Object.fromEntries(
      differingFields(fields, settings, saved).map((field) => [field.key, settingValue(field, settings)]),
    );
  return {
    keep: (settings) => {
      const values = differing(settings);
      if (Object.keys(values).length === 0) forgetInJournal(name);
      else keepInJournal(name, values);
    },
    forget: () => forgetInJournal(name),
    kept: () => differing({ ...saved, ...journal.safeParse(readJournal(name)).data }),
  };
}
