import { amsterdamDay } from '../_kit/amsterdam-day';
import type { ConnectorContext } from '../_kit/connector';
import { readRecords, textUnder, type RowName } from '../_kit/records';
import { ok } from '../_kit/result';
import { factsOf } from './facts';
import { idsOf, type Feed } from './feed';
import { toCustomer } from './map';
import { newestChange } from './newest-change';
import { accountSchema, addressOwnerSchema } from './schemas';
import { readSideList } from './side-list';
import { turnsOf } from './turns';

const ACCOUNTS_IN_DELETED = 2;
const ADDRESSES = 'sync/CRM/Addresses';

const FIELDS = [
  'ID',
  'Code',
  'Name',
  'Status',
  'Blocked',
  'StartDate',
  'EndDate',
  'AddressLine1',
  'AddressLine2',
  'AddressLine3',
  'Postcode',
  'City',
  'Country',
  'Phone',
  'Email',
  'VATNumber',
  'ChamberOfCommerce',
  'Modified',
] as const;

/** Relations. The row of an address may change without a new version of its relation. */
export function customerFeed(ctx: ConnectorContext): Feed<'customers'> {
  const today = amsterdamDay(ctx.clock.nowMs());
  return {
    changes: { path: 'sync/CRM/Accounts', select: [...FIELDS, 'Timestamp'] },
    rows: { path: 'crm/Accounts', select: FIELDS },
    side: { path: ADDRESSES, select: ['Timestamp', 'Account'] },
    sideRow: (row) => {
      const address = addressOwnerSchema.safeParse(row);
      const ownerId = address.success ? address.data.Account : null;
      return ownerId === null ? null : { ownerId, turns: [] };
    },
    entityType: ACCOUNTS_IN_DELETED,
    basis: factsOf(ctx.administration).movedAt,
    memory: null,
    // Relations come with their addresses, so that of the addresses themselves only the newest version matters here.
    startSide: async (state) => {
      if (state.upTo !== null) return ok({ state, turns: [] });
      const list = await readSideList(ctx, { path: ADDRESSES, select: ['Timestamp'] }, state);
      return list.ok ? ok({ state: list.value.state, turns: [] }) : list;
    },
    read: (rows) => {
      const { read, parked } = readRecords(rows, accountSchema, nameOf);
      return Promise.resolve(
        ok({
          pulled: read.map((account) => toCustomer(account, today)),
          parked,
          turns: read.flatMap((account) => turnsOf(account.ID, account, today)),
          newestChange: newestChange(read),
        }),
      );
    },
    wantedIds: (rows) => {
      const { read, parked } = readRecords(rows, accountSchema, nameOf);
      const present = read.filter((account) => toCustomer(account, today).kind === 'present').map(({ ID }) => ID);
      return [...present, ...idsOf(parked)];
    },
  };
}

const nameOf = (row: unknown): RowName => ({
  externalId: textUnder(row, 'ID').toLowerCase(),
  label: [textUnder(row, 'Code').trim(), textUnder(row, 'Name')].filter((part) => part !== '').join(' '),
});
