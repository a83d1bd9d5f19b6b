import { expect, it } from 'vitest';
import { StorageError } from '../../../main/db/storage-error';
import type { RemoteStore } from '../../../main/db/store';
import { linkedCompany } from './engine-harness';

/** A disk on which the log can never be written, and everything else can. */
const withoutLog = (store: RemoteStore): RemoteStore => ({
  ...store,
  log: { ...store.log, add: () => Promise.reject(new StorageError('full', 'ENOSPC')) },
});

it('delivers although not one message can be written in the log', async () => {
  const company = linkedCompany(undefined, withoutLog);
  const ids = [await company.archive(), await company.archive()];
  await company.deliverNow();
  expect(ids.map((id) => company.detail(id).state)).toEqual(['booked', 'booked']);
  expect(company.books.documents).toHaveLength(2);
  expect(company.messages()).toEqual([]);
  expect(company.logger.bugs).toEqual([]);
});
