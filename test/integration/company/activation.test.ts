import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../main/db/open-store';
import { StorageError } from '../../../main/db/storage-error';
import { draft, LINK, must, RIGHT_KEY, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

const everything = ['customers', 'articles', 'workOrders'] as const;
const accept = () => test.company.calls['integrations:accept-terms']('snelstart');
const wipe = (parts: readonly ('customers' | 'articles' | 'workOrders' | 'log')[] = everything) =>
  test.company.calls['integrations:wipe']({ package: 'snelstart', parts: [...parts] });
const link = (credentials: Record<string, string> = RIGHT_KEY) =>
  test.company.calls['integrations:link']({ package: 'snelstart', credentials });
const save = (settings: Record<string, string | boolean | string[]> = {}) =>
  test.company.calls['integrations:save-settings']({ package: 'snelstart', settings });
const check = (key: string, settings: Record<string, string | boolean | string[]>) =>
  test.company.calls['integrations:check-setting']({ package: 'snelstart', key, settings });
const goOn = () => test.company.calls['integrations:go-on']('snelstart');
const deactivate = () => test.company.calls['integrations:deactivate']('snelstart');
const stage = async () => {
  const list = await test.company.calls['integrations:list']();
  return list.find((one) => one.stage.package === 'snelstart')?.stage;
};

describe('the wizard', () => {
  it('is walked in its order only', async () => {
    expect(await wipe()).toMatchObject({ ok: false, problem: { code: 'terms-not-accepted' } });
    must(await accept());
    expect(await link()).toMatchObject({ ok: false, problem: { code: 'wipe-not-done' } });
    must(await wipe());
    expect(await save()).toMatchObject({ ok: false, problem: { code: 'link-not-made' } });
    expect(await check('travelArticle', {})).toMatchObject({ ok: false, problem: { code: 'link-not-made' } });
    expect(test.package.asked).toEqual([]);
    must(await link());
    expect(must(await save()).stage).toMatchObject({ state: 'active', settingsVersion: 1 });
  });

  it('starts the first pull of everything when the settings are saved', async () => {
    await test.activate();

    expect(test.engine.told).toEqual(['recover', 'startSchedule']);
    expect(test.engine.runs).toMatchObject([
      {
        trigger: 'first',
        request: { resources: ['customers', 'articleGroups', 'articles', 'orders'], cleanUp: false },
      },
    ]);
  });

  it('offers what is there, and refuses what this version has no connector for', async () => {
    const list = await test.company.calls['integrations:list']();
    expect(list.map((one) => [one.stage.package, one.stage.state])).toEqual([
      ['snelstart', 'available'],
      ['billit', 'available'],
    ]);
    expect(await test.company.calls['integrations:accept-terms']('visma-net')).toMatchObject({
      ok: false,
      problem: { code: 'package-not-available' },
    });
  });

  it('allows one active integration', async () => {
    await test.activate();
    expect(await test.company.calls['integrations:accept-terms']('billit')).toMatchObject({
      ok: false,
      problem: { code: 'other-integration-active', params: { integration: 'Pakket' } },
    });
  });
});

describe('wiping', () => {
  beforeEach(async () => {
    test.pull(['1001', '1002'], ['REIS']);
    test.store.workOrders.create(draft(), test.time.nowMs());
    must(await accept());
  });

  it('shows what would go', async () => {
    expect(await test.company.calls['integrations:wipe-preview']('snelstart')).toMatchObject({
      ok: true,
      value: {
        everythingRequired: true,
        counts: { customers: 2, articles: 1, workOrders: 1 },
        undelivered: 0,
        unsentPdfs: 0,
      },
    });
  });

  it('makes a backup that can be opened and holds everything, then empties Simon', async () => {
    const outcome = must(await wipe());

    expect(outcome.removed).toMatchObject({ customers: 2, articles: 1, workOrders: 1 });
    expect(test.store.wipe.counts()).toMatchObject({ customers: 0, articles: 0, workOrders: 0 });
    expect(outcome.backupFile).toMatch(/2026-11-22 11\.00\.00 voor wissen snelstart\.sqlite$/u);
    const backup = openStore({ file: outcome.backupFile ?? '' });
    expect(backup.wipe.counts()).toMatchObject({ customers: 2, articles: 1, workOrders: 1 });
    backup.close();
    expect(test.logged()[0]).toContain('2 klanten, 1 artikelen, 1 werkbonnen');
  });

  it('makes no backup of an empty Simon, that of a full one stays', async () => {
    const [first, second] = (await Promise.all([wipe(), wipe()])).map((one) => must(one).backupFile);

    expect(second).toBeNull();
    const backup = openStore({ file: first ?? '' });
    expect(backup.wipe.counts()).toMatchObject({ customers: 2 });
    backup.close();
  });

  it('wipes nothing when the backup cannot be made', async () => {
    test.breakNext('backup', new StorageError('full', 'no room'));

    expect(await wipe()).toMatchObject({ ok: false, problem: { kind: 'storage', code: 'backup-failed' } });
    expect(test.store.wipe.counts()).toMatchObject({ customers: 2, articles: 1, workOrders: 1 });
    expect(await stage()).toMatchObject({ wipedAtMs: null });
  });

  it('wipes nothing when a part is left out the first time', async () => {
    expect(await wipe(['customers', 'articles'])).toMatchObject({
      ok: false,
      problem: { code: 'wipe-everything-needed' },
    });
    expect(test.store.wipe.counts()).toMatchObject({ customers: 2, articles: 1, workOrders: 1 });
  });

  it('is not possible while the integration is active', async () => {
    must(await wipe());
    must(await link());
    must(await save());
    expect(await wipe()).toMatchObject({ ok: false, problem: { code: 'wipe-while-active' } });
  });
});

describe('the key', () => {
  beforeEach(async () => {
    must(await accept());
    must(await wipe());
  });

  it.each([
    [{ key: 'wrong-key', app: 'app1' }, 'login-refused'],
    [{ key: '   ', app: 'app1' }, 'credential-missing'],
    [{ key: 'NOT A KEY', app: 'app1' }, 'credential-form'],
  ])('%#: keeps nothing of what is not right', async (credentials, code) => {
    expect(await link(credentials)).toMatchObject({ ok: false, problem: { code } });

    expect(await test.secrets.read({ companyId: 'company-1', package: 'snelstart' })).toEqual({});
    expect(await stage()).toMatchObject({ linkedAtMs: null, filledCredentials: [], administrationName: null });
  });

  it('goes to the keychain and nowhere else', async () => {
    const linked = must(await link({ key: ' key-of\n-jansen ', app: 'app1' }));

    expect(linked).toMatchObject({ administrationName: 'Jansen Installaties', filledCredentials: ['key', 'app'] });
    expect(await test.secrets.read({ companyId: 'company-1', package: 'snelstart' })).toEqual(RIGHT_KEY);
    const elsewhere = [test.settings.fileText(), JSON.stringify(linked), ...test.logged(), ...test.logger.lines];
    expect(elsewhere.filter((text) => text.includes('key-of-jansen'))).toEqual([]);
  });

  it('is not asked of the package when the keychain could not keep it', async () => {
    test.secrets.available = false;
    expect(await link()).toMatchObject({ ok: false, problem: { code: 'keychain-unreachable', kind: 'storage' } });
    expect(test.package.asked).toEqual([]);
  });

  it('says that the package cannot be reached, and keeps nothing', async () => {
    test.package.isOnline = false;
    expect(await link()).toMatchObject({ ok: false, problem: { kind: 'offline' } });
    expect(await stage()).toMatchObject({ linkedAtMs: null });
  });

  it('may be that of another administration until something was pulled', async () => {
    must(await link());
    expect(must(await link({ key: 'key-of-pietersen' })).administrationName).toBe('Pietersen BV');
  });

  it('of another administration is refused once Simon is filled, and the old one goes on working', async () => {
    must(await link());
    must(await save());
    test.pull(['1001'], []);

    expect(await link({ key: 'key-of-pietersen' })).toMatchObject({
      ok: false,
      problem: {
        code: 'other-administration',
        params: { linked: 'Jansen Installaties', entered: 'Pietersen BV' },
      },
    });
    expect(await test.secrets.read({ companyId: 'company-1', package: 'snelstart' })).toEqual(RIGHT_KEY);
  });

  it('of another administration is taken by a new activation after everything was wiped', async () => {
    must(await link());
    must(await save());
    test.pull(['1001'], []);
    must(await deactivate());
    must(await accept());

    must(await wipe(['articles']));
    expect(await link({ key: 'key-of-pietersen' })).toMatchObject({
      ok: false,
      problem: { code: 'other-administration' },
    });
    must(await wipe());
    expect(must(await link({ key: 'key-of-pietersen' })).administrationName).toBe('Pietersen BV');
  });

  it('that is renewed while active works with a new engine, because the old one holds the old grant', async () => {
    must(await link());
    must(await save());
    test.package.administrations.set('key-renewed', { id: 'adm-1', name: 'Jansen Installaties' });

    must(await link({ key: 'key-renewed' }));

    expect(test.engines.map((engine) => engine.stopped)).toEqual([true, false]);
    expect(await test.secrets.read({ companyId: 'company-1', package: 'snelstart' })).toEqual({
      key: 'key-renewed',
      app: 'app1',
    });
    expect(test.engine.told).toEqual(['recover', 'startSchedule', 'nudge']);
  });
});

describe('Controleer', () => {
  beforeEach(async () => {
    must(await accept());
    must(await wipe());
    must(await link());
    test.package.asked.length = 0;
  });

  it('asks the package for an article code, before anything is active', async () => {
    expect(await check('travelArticle', { travelArticle: ' REIS ' })).toMatchObject({
      ok: true,
      value: { ok: true, verified: true },
    });
    expect(await check('travelArticle', { travelArticle: 'REIZ' })).toMatchObject({
      ok: true,
      value: { ok: false, problem: { field: 'travelArticle', params: { value: 'REIZ' } } },
    });
    expect(test.package.asked).toEqual(['/articles/REIS', '/articles/REIZ']);
  });

  it('does not find a group in the wrong case', async () => {
    expect(await check('articleGroups', { articleGroups: ['Diensten', 'materiaal'] })).toMatchObject({
      ok: true,
      value: { ok: false, problem: { params: { value: 'materiaal' } } },
    });
  });

  it('asks nothing about an empty or hopeless value, nor about a value that only has to fit', async () => {
    expect(await check('travelArticle', { travelArticle: '' })).toMatchObject({ value: { ok: true } });
    expect(await check('travelArticle', { travelArticle: true })).toMatchObject({
      value: { ok: false, problem: { code: 'setting-wrong-kind' } },
    });
    expect(await check('exclusionWord', { exclusionWord: 'Garantie' })).toMatchObject({ value: { ok: true } });
    expect(await check('exclusionWord', { exclusionWord: 'x'.repeat(51) })).toMatchObject({
      value: { ok: false, problem: { code: 'setting-too-long' } },
    });
    expect(test.package.asked).toEqual([]);
  });

  it('does not take an unreachable package for a wrong value', async () => {
    test.package.isOnline = false;
    expect(await check('travelArticle', { travelArticle: 'REIS' })).toMatchObject({
      ok: false,
      problem: { kind: 'offline' },
    });
  });

  it('lists what can be chosen in this administration, for settings that have such a list', async () => {
    const choices = (key: string) =>
      test.company.calls['integrations:choices']({ package: 'snelstart', key, settings: {} });
    expect(await choices('template')).toMatchObject({ ok: true, value: [{ value: 'adm-1' }] });
    expect(await choices('travelArticle')).toMatchObject({ ok: false, problem: { code: 'setting-unknown' } });
  });
});

describe('Opslaan', () => {
  beforeEach(async () => {
    must(await accept());
    must(await wipe());
    must(await link());
  });

  it('saves nothing when one setting is wrong, and says which', async () => {
    const outcome = must(await save({ travelArticle: 'REIZ', exclusionWord: 'Garantie', articleGroups: ['diensten'] }));

    expect(outcome.refused.map((one) => one.key)).toEqual(['travelArticle', 'articleGroups']);
    expect(outcome.stage).toMatchObject({ state: 'activating', settingsVersion: 0 });
    expect(outcome.stage.settings.exclusionWord).toBe('');
    expect(test.engines).toEqual([]);
  });

  it('refuses a setting that the package does not know', async () => {
    expect(must(await save({ reistijd: 'REIS' })).refused).toMatchObject([
      { key: 'reistijd', problem: { code: 'setting-unknown' } },
    ]);
  });

  it('does not check what does not show', async () => {
    expect(must(await save({ orders: false, ordersFilterWord: 'x'.repeat(51) })).refused).toEqual([]);
    const shown = must(await save({ orders: true, ordersFilterWord: 'x'.repeat(51) }));
    expect(shown.refused.map((one) => one.key)).toEqual(['ordersFilterWord']);
  });

  it('saves nothing when the package cannot be asked', async () => {
    test.package.isOnline = false;
    expect(await save({ travelArticle: 'REIS' })).toMatchObject({ ok: false, problem: { kind: 'offline' } });
    expect(await stage()).toMatchObject({ state: 'activating', settingsVersion: 0 });
  });

  it('works from the moment of saving: the engine sees the new settings and version', async () => {
    must(await save({ exclusionWord: 'Garantie' }));
    must(await save({ exclusionWord: ' Service ' }));

    expect(test.engine.parts.link()).toMatchObject({ version: 2, settings: { exclusionWord: 'Service' } });
    expect(test.engines).toHaveLength(1);
    expect(test.engine.runs).toHaveLength(1);
  });

  it('lets only the tables of a changed setting be read again, and no running pull undoes that', async () => {
    must(await save({}));
    test.pull(['1001'], ['REIS']);
    const first = test.engine;

    must(await save({ articleGroups: ['Diensten'] }));

    expect(first.stopped).toBe(true);
    expect(test.store.pull.mark(LINK, 'articles')).toBeNull();
    expect(test.store.pull.mark(LINK, 'customers')).not.toBeNull();
    expect(test.engine.runs).toMatchObject([{ trigger: 'manual', request: { resources: ['articles'] } }]);
  });

  it('leaves the integration working when the disk refuses half way', async () => {
    must(await save({}));
    test.pull(['1001'], ['REIS']);
    test.breakNext('resetMarks', new StorageError('full', 'no room'));

    expect(await save({ articleGroups: ['Diensten'] })).toMatchObject({
      ok: false,
      problem: { kind: 'storage', code: 'storage-full' },
    });

    expect(await stage()).toMatchObject({ state: 'active', settingsVersion: 1, settings: { articleGroups: [] } });
    expect(test.engine.stopped).toBe(false);
    expect(test.engine.told).toEqual(['recover', 'startSchedule']);
  });

  it('keeps the interval of the package unless the office chose one, and never goes below its minimum', async () => {
    must(await save({}));
    expect(test.engine.parts.link().pullIntervalMinutes).toBe(5);
    test.settings.setApp({ pullIntervalMinutes: 30 });
    expect(test.engine.parts.link().pullIntervalMinutes).toBe(30);
    test.settings.setApp({ pullIntervalMinutes: 1 });
    expect(test.engine.parts.link().pullIntervalMinutes).toBe(2);
  });
});

describe('Deactiveren', () => {
  it('stops at once, and activating again goes on with the same key, settings and marks', async () => {
    await test.activate({ exclusionWord: 'Garantie' });
    test.pull(['1001'], ['REIS']);
    const statuses: string[] = [];
    test.company.on('sync:status', (status) => statuses.push(status.connection));

    must(await deactivate());

    expect(test.engine.stopped).toBe(true);
    expect(statuses).toEqual(['not-linked']);
    expect(await stage()).toMatchObject({ state: 'deactivated', settings: { exclusionWord: 'Garantie' } });
    expect(await test.company.run({ resources: ['customers'], cleanUp: false }, 'manual')).toMatchObject({
      ok: false,
      problem: { code: 'not-linked' },
    });

    must(await accept());
    const settings = { ...(await stage())?.settings } as Record<string, string>;
    expect(must(await save(settings)).stage).toMatchObject({ state: 'active', settingsVersion: 2 });
    expect(test.store.pull.mark(LINK, 'customers')).not.toBeNull();
    expect(test.engine.runs.map((run) => run.trigger)).toEqual(['manual']);
  });

  it('goes on with one call: the same key, settings and marks, and the terms accepted', async () => {
    await test.activate({ exclusionWord: 'Garantie' });
    test.pull(['1001'], ['REIS']);
    must(await deactivate());
    expect(await stage()).toMatchObject({ canGoOn: true });

    const { stage: active, refused } = must(await goOn());

    expect(refused).toEqual([]);
    expect(active).toMatchObject({ state: 'active', canGoOn: false, settings: { exclusionWord: 'Garantie' } });
    expect(active.termsAcceptedAtMs).not.toBeNull();
    expect(test.store.wipe.counts()).toMatchObject({ customers: 1, articles: 1 });
    expect(test.engine.runs.map((run) => run.trigger)).toEqual(['manual']);
  });

  it('stays deactivated when the key is refused, until it is linked again', async () => {
    await test.activate();
    must(await deactivate());
    const { administrations } = test.package;
    administrations.delete(RIGHT_KEY.key);

    expect(await goOn()).toMatchObject({ ok: false, problem: { kind: 'needs-login' } });
    expect(await stage()).toMatchObject({ state: 'deactivated', canGoOn: true });

    administrations.set('key-renewed', { id: 'adm-1', name: 'Jansen Installaties' });
    expect(must(await link({ key: 'key-renewed' })).state).toBe('deactivated');
    expect(must(await goOn()).stage.state).toBe('active');
  });

  it('opens the wizard at the settings when one of them is no longer right', async () => {
    await test.activate({ travelArticle: 'REIS' });
    must(await deactivate());
    test.package.articles.delete('REIS');

    const { stage: open, refused } = must(await goOn());
    expect(refused.map(({ key }) => key)).toEqual(['travelArticle']);
    expect(open).toMatchObject({ state: 'activating', canGoOn: false });
    expect([open.wipedAtMs, open.linkedAtMs].includes(null), 'the steps before are done').toBe(false);
  });

  it('cannot go on as long as it was never active', async () => {
    expect(await goOn()).toMatchObject({ ok: false, problem: { code: 'cannot-go-on' } });
  });

  it('lets the office choose what to wipe when it activates again', async () => {
    await test.activate();
    test.pull(['1001'], ['REIS']);
    must(await deactivate());
    must(await accept());

    expect(must(await test.company.calls['integrations:wipe-preview']('snelstart')).everythingRequired).toBe(false);
    const { backupFile } = must(await wipe(['articles']));

    expect(test.store.wipe.counts()).toMatchObject({ customers: 1, articles: 0 });
    expect(must(await save()).stage.state).toBe('active');
    // Simon was empty when it was activated first: there was nothing to keep then.
    expect(await readdir(`${test.folder}/backups`)).toEqual([path.basename(backupFile ?? '')]);
  });

  it('is refused when the integration is not active', async () => {
    expect(await deactivate()).toMatchObject({ ok: false, problem: { code: 'integration-not-active' } });
  });
});

describe('on request only', () => {
  it('starts no run by itself', async () => {
    const quiet = await TestCompany.open({ background: false });
    await quiet.activate();

    expect(quiet.engine.told).toEqual(['recover']);
    expect(quiet.engine.runs).toEqual([]);
    must(await quiet.company.run({ resources: ['customers'], cleanUp: false }, 'first'));
    expect(quiet.engine.runs).toHaveLength(1);
    await quiet.close();
  });
});
