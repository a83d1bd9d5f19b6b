import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isNetworkShare, shareFactsOf } from '../../../main/platform/network-share';

it.each([
  ['win32', '\\\\server\\kantoor\\Simon', null, true],
  ['win32', '\\\\?\\UNC\\server\\kantoor\\Simon', null, true],
  ['win32', '\\\\?\\C:\\Simon', null, false],
  ['win32', 'C:\\Users\\jan\\AppData\\Local\\Simon Koppel', null, false],
  ['linux', '/home/jan/simon', 0x6969, true],
  ['linux', '/mnt/kantoor', 0xff534d42 | 0, true],
  ['linux', '/home/jan/simon', 0xef53, false],
  ['linux', '/home/jan/simon', null, false],
  ['darwin', '/Volumes/kantoor', 0x6969, false],
] as const)('on %s %s is told apart', (platform, folder, fileSystemType, expected) => {
  expect(isNetworkShare({ platform, folder, fileSystemType })).toBe(expected);
});

it('asks the nearest folder that is there', () => {
  const facts = shareFactsOf(join(tmpdir(), 'not', 'there', 'yet'));
  expect(facts.fileSystemType).not.toBeNull();
  expect(isNetworkShare(facts)).toBe(false);
});
