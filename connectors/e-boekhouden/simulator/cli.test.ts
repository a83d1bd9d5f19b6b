import { once } from 'node:events';
import { expect, it } from 'vitest';
import { announced, runCli } from '../../_kit/simulator/testing/cli-process';
import { errorOf, invoice, ManualClient, rowsOf } from './simulator-harness';

it('serves a client from a process of its own, with nothing but what it announced', async () => {
  const child = runCli('e-boekhouden', '--seed', '7', '--quirk', 'recordCap=250');
  const announcement = await announced(child);
  expect(announcement.package).toBe('e-boekhouden');
  expect(Object.keys(announcement.credentials)).toEqual(['username', 'securityCode1', 'securityCode2']);
  const client = new ManualClient(announcement.endpoints.soap ?? '', announcement.credentials);
  await client.openSession();
  expect(rowsOf(await client.call('GetRelaties'), 'cRelatie')).toHaveLength(250);
  expect(errorOf(await client.call('AddFactuur', invoice()))).toBe('');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('says which values a quirk has, and which quirks there are', async () => {
  const wrong: readonly [string, string][] = [
    ['emptyList=soms', 'Quirk emptyList can be element or nil or absent'],
    ['recordCap=veel', 'Quirk recordCap is none or a whole number'],
    ['onbekend=1', 'Unknown quirk onbekend. There are: sessionMinutes, '],
  ];
  await Promise.all(
    wrong.map(async ([quirk, message]) => {
      const child = runCli('e-boekhouden', '--quirk', quirk);
      const [code] = (await once(child, 'close')) as [number];
      expect([code, child.output.stdout]).toEqual([2, '']);
      expect(child.output.stderr).toContain(message);
    }),
  );
});
