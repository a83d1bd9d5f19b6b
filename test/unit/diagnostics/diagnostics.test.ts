import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import type { Company } from '../../../main/company/company';
import { createDiagnostics, zipOf } from '../../../main/diagnostics/diagnostics';
import { STANDARD_APP_SETTINGS } from '../../../preload/contract/app-settings';
import { MemoryCompanySettings } from '../../fakes/memory-company-settings';
import { MemoryLogger } from '../../fakes/memory-logger';

let logFolder: string;
beforeEach(() => {
  logFolder = mkdtempSync(join(tmpdir(), 'diagnostics-'));
  writeFileSync(join(logFolder, 'simon-koppel-2026-11-22.log'), '{"message":"of yesterday"}\n');
  writeFileSync(
    join(logFolder, 'simon-koppel-2026-11-23.log'),
    '{"message":"Bearer abcdef123456","mail":"jan@bakkerij.nl","path":"/home/jan/x"}\n',
  );
});
afterEach(() => rmSync(logFolder, { recursive: true, force: true }));

const company = {
  calls: {
    'overview:get': () =>
      Promise.resolve({
        sync: { connection: 'idle', problem: null, administrationName: 'Bakkerij Jansen', marks: [] },
        counts: { customers: 12 },
        queue: { waiting: 1 },
        pdfs: { open: 0 },
        attention: [{ record: '2601 Bakkerij Jansen' }],
      }),
    'sync:runs': () =>
      Promise.resolve({
        total: 1,
        rows: [
          { trigger: 'schedule', calls: 12, resources: [], documents: {}, problem: problem('offline', 'no-network') },
        ],
      }),
  },
  integrity: () => Promise.resolve({ ok: true, detail: 'ok' }),
} as unknown as Company;

const collect = () =>
  createDiagnostics({
    companies: {
      register: { ids: () => ['main'], of: () => ({ settings: new MemoryCompanySettings() }) } as never,
      opened: () => company,
      summary: () => ({ id: 'main', name: 'Bakkerij Jansen', practice: false, problem: null }),
    },
    settings: {
      app: () => ({
        ...STANDARD_APP_SETTINGS,
        proxy: { mode: 'own', address: 'proxy.bakkerij.nl:8080', userName: 'jansen' },
      }),
    },
    connectors: {
      ids: ['snelstart'],
      load: () => Promise.reject(new Error('not asked')),
      endpoints: () => Promise.resolve({ api: 'https://b2bapi.snelstart.nl' }),
    },
    versions: () => ({ app: '0.1.0' }),
    keychain: { available: true, detail: '' },
    dataFolder: logFolder,
    logFolder,
    homeDirectory: '/home/jan',
    logger: new MemoryLogger(),
  }).collect();

it('holds what support needs', async () => {
  const files = new Map((await collect()).map(({ name, text }) => [name, text]));
  expect([...files.keys()]).toEqual([
    'versions.json',
    'settings.json',
    'endpoints.json',
    'companies.json',
    'disk.json',
    'log.jsonl',
  ]);
  expect(files.get('companies.json')).toContain('"no-network"');
  expect(JSON.parse(files.get('companies.json') ?? '')).toMatchObject([{ company: 1, integrity: { ok: true } }]);
  expect(files.get('disk.json')).toMatch(/"freeBytes": [1-9]/);
  expect(files.get('endpoints.json')).toContain('https://b2bapi.snelstart.nl');
  expect(files.get('log.jsonl')?.indexOf('of yesterday')).toBeGreaterThan(-1);
});

it('names nobody and holds no secret', async () => {
  const whole = JSON.stringify(await collect());
  for (const private_ of ['Jansen', 'jansen', 'bakkerij', 'abcdef123456', '/home/jan']) {
    expect(whole).not.toContain(private_);
  }
});

it('is one zip of exactly the files that were shown', async () => {
  const files = await collect();
  const unpacked = Object.entries(unzipSync(zipOf(files))).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
  expect(unpacked).toEqual(files);
});
