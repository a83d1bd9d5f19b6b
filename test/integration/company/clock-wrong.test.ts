import { afterEach, expect, it } from 'vitest';
import { systemTime } from '../../../main/platform/system-time';
import { must } from './test-company';
import { SnelstartCompany } from './snelstart-company';

const DAY_MS = 86_400_000;
let offMs = 0;
const time = { ...systemTime, nowMs: () => systemTime.nowMs() + offMs };

let open: SnelstartCompany | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

it.each([
  ['three days ahead', 3 * DAY_MS],
  ['in 1970', -systemTime.nowMs()],
])('a clock that is %s is told the office once, and when it is right again', async (_, aheadMs) => {
  offMs = 0;
  open = await SnelstartCompany.open({ time });
  const { company } = open;
  const messages = async () => {
    const { rows } = await company.calls['log:list']({ filter: {}, limit: 500 });
    return rows.filter(({ message }) => message.nl.startsWith('De klok van deze computer')).reverse();
  };
  await open.link();
  await open.save({});
  await open.pull();
  expect(await messages()).toEqual([]);
  expect(must(await company.run({ resources: ['customers'], cleanUp: false }, 'manual')).result).toBe('finished');

  offMs = aheadMs;
  await company.run({ resources: ['customers'], cleanUp: false }, 'manual');
  await company.run({ resources: ['customers'], cleanUp: false }, 'manual');
  expect(await company.calls['sync:status'](undefined)).toMatchObject({
    connection: 'attention',
    problem: { code: 'clock-wrong' },
  });
  const [told, ...others] = await messages();
  expect(others).toEqual([]);
  expect(told).toMatchObject({
    level: 'error',
    count: 1,
    action: { nl: expect.stringContaining('Zet de datum en tijd van de computer goed') as string },
  });

  offMs = 0;
  await company.run({ resources: ['customers'], cleanUp: false }, 'manual');
  expect((await messages()).map(({ level }) => level)).toEqual(['error', 'approval']);
  expect((await company.calls['sync:status'](undefined)).problem).toBeNull();
});
