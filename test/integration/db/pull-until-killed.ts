/** A process that stores pages until it is killed; prints a line after each. Started by open-store.test.ts. */
import { openStore } from '../../../main/db/open-store';
import { customer, pull } from './records';

const store = openStore({ file: process.argv[2]! });
for (let page = 1; ; page += 1) {
  const records = Array.from({ length: 200 }, (_, n) => customer(`${page}-${n}`));
  pull(store, 'customers', records, { highWater: String(page), last: false });
  console.log(page);
}
