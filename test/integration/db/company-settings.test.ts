import { expect, test } from 'vitest';
import { openStore } from '../../../main/db/open-store';
import { DEFAULT_COMPANY_SETTINGS } from '../../../preload/contract/company-settings';
import type { HourPolicy } from '../../../preload/contract/hour-policy';
import { openTempStore } from './open-temp-store';

const hourPolicy: HourPolicy = {
  work: { stepMinutes: 15, direction: 'up', minimumMinutes: 30 },
  travel: { stepMinutes: null, direction: 'nearest', minimumMinutes: 0 },
};

test('what the company did not choose is as in the manuals', () => {
  const { store } = openTempStore();
  expect(store.companySettings.get()).toEqual(DEFAULT_COMPANY_SETTINGS);
});

test('a choice leaves the others alone, and outlives the app and a wipe', () => {
  const { store, file } = openTempStore();
  expect(store.companySettings.save({ hourPolicy })).toEqual({ ...DEFAULT_COMPANY_SETTINGS, hourPolicy });
  store.companySettings.save({ combine: 'per-customer' });
  store.wipe.run(['log', 'customers', 'articles', 'workOrders']);
  store.close();

  const again = openStore({ file });
  expect(again.companySettings.get()).toEqual({ ...DEFAULT_COMPANY_SETTINGS, hourPolicy, combine: 'per-customer' });
  again.close();
});

test('a choice takes the place of the former one as a whole', () => {
  const { store } = openTempStore();
  store.companySettings.save({ hourPolicy, folderDrop: '/home/kantoor/bonnen' });
  const changed = store.companySettings.save({ hourPolicy: DEFAULT_COMPANY_SETTINGS.hourPolicy, folderDrop: null });
  expect(changed).toEqual(DEFAULT_COMPANY_SETTINGS);
});
