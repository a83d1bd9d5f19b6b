import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../../main/db/backups/restore-backup';
import { draft, must, RIGHT_KEY, TestCompany } from './test-company';

type PackageName = 'snelstart' | 'billit';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

const everything = ['customers', 'articles', 'workOrders'] as const;
const accept = (name: PackageName) => test.company.calls['integrations:accept-terms'](name);
const preview = (name: PackageName) => test.company.calls['integrations:wipe-preview'](name);
const wipe = (name: PackageName, parts: readonly (typeof everything)[number][] = everything) =>
  test.company.calls['integrations:wipe']({ package: name, parts: [...parts] });
const link = (name: PackageName, credentials: Record<string, string> = RIGHT_KEY) =>
  test.company.calls['integrations:link']({ package: name, credentials });
const save = (name: PackageName) => test.company.calls['integrations:save-settings']({ package: name, settings: {} });
const deactivate = (name: PackageName) => test.company.calls['integrations:deactivate'](name);

async function activate(name: PackageName): Promise<void> {
  must(await accept(name));
  must(await wipe(name));
  must(await link(name));
  must(await save(name));
}

/** How much there is in Simon. */
const counts = () => test.store.wipe.counts();

describe('another package', () => {
  beforeEach(async () => {
    await activate('snelstart');
    test.pull(['1001', '1002'], ['REIS']);
    test.store.workOrders.create(draft(), test.time.nowMs());
    must(await deactivate('snelstart'));
  });

  it('starts with an empty Simon, after a backup', async () => {
    must(await accept('billit'));
    expect(must(await preview('billit'))).toMatchObject({ everythingRequired: true, counts: { customers: 2 } });
    expect(await wipe('billit', ['customers', 'articles'])).toMatchObject({
      ok: false,
      problem: { code: 'wipe-everything-needed' },
    });
    expect(await link('billit')).toMatchObject({ ok: false, problem: { code: 'wipe-not-done' } });

    const wiped = must(await wipe('billit'));
    expect(wiped.removed).toMatchObject({ customers: 2, articles: 1, workOrders: 1 });
    expect(wiped.backupFile).toContain('voor wissen billit');
    must(await link('billit'));
    expect(must(await save('billit')).stage.state).toBe('active');
    expect(counts()).toMatchObject({ customers: 0, articles: 0, workOrders: 0 });
  });

  it('makes the former one start with an empty Simon again', async () => {
    await activate('billit');
    test.pull(['2001'], []);
    must(await deactivate('billit'));

    must(await accept('snelstart'));
    expect(must(await preview('snelstart')).everythingRequired).toBe(true);
    expect(await save('snelstart')).toMatchObject({ ok: false, problem: { code: 'wipe-not-done' } });
  });

  it('leaves the former one its credentials, so that it can go on', async () => {
    await activate('billit');
    must(await deactivate('billit'));
    must(await accept('snelstart'));
    must(await wipe('snelstart'));
    expect(must(await save('snelstart')).stage).toMatchObject({
      state: 'active',
      administrationName: 'Jansen Installaties',
    });
  });

  it('that was prepared but never activated changes nothing for the one that led', async () => {
    must(await accept('billit'));
    must(await wipe('billit'));

    must(await accept('snelstart'));
    expect(must(await preview('snelstart')).everythingRequired).toBe(false);
    must(await save('snelstart'));
  });

  it('that was prepared must be prepared again once the former one has filled Simon anew', async () => {
    must(await accept('billit'));
    must(await wipe('billit'));
    must(await link('billit'));
    must(await accept('snelstart'));
    must(await save('snelstart'));
    test.pull(['1001', '1002', '1003'], ['REIS']);
    must(await deactivate('snelstart'));

    expect(await save('billit')).toMatchObject({ ok: false, problem: { code: 'wipe-not-done' } });
    expect(counts().customers).toBe(3);
  });

  it('that led in between takes back a choice of what to wipe that was made before', async () => {
    must(await accept('snelstart'));
    must(await wipe('snelstart', ['articles']));
    await activate('billit');
    test.pull(['2001'], []);
    must(await deactivate('billit'));

    expect(await save('snelstart')).toMatchObject({ ok: false, problem: { code: 'wipe-not-done' } });
  });

  it('counts as the last one also when the clock was set back since', async () => {
    test.time.setWallClock(test.time.nowMs() - 400 * 86_400_000);
    await activate('billit');
    must(await deactivate('billit'));
    must(await accept('snelstart'));
    expect(await save('snelstart')).toMatchObject({ ok: false, problem: { code: 'wipe-not-done' } });
  });
});

describe('a wipe for another package', () => {
  const backupOf = async (name: PackageName) => {
    const list = await test.company.calls['integrations:list']();
    return list.find(({ stage }) => stage.package === name)?.stage.wipeBackup?.name;
  };
  const takeBack = (name: PackageName) => test.company.calls['integrations:take-back-wipe'](name);
  const restore = (backup: string) =>
    test.restart(() =>
      restoreBackup({
        database: test.databaseFile,
        folder: `${test.folder}/backups`,
        file: `${test.folder}/backups/${backup}`,
        nowMs: test.time.nowMs(),
      }),
    );

  beforeEach(async () => {
    await activate('snelstart');
    test.pull(['1001', '1002'], ['REIS']);
    must(await deactivate('snelstart'));
    must(await accept('billit'));
  });

  it('can be taken back from the wizard: everything is there again, and the former one goes on', async () => {
    const wiped = must(await wipe('billit'));
    const backup = await backupOf('billit');
    expect(wiped.backupFile?.endsWith(backup ?? '-')).toBe(true);

    expect(must(await takeBack('billit'))).toEqual({ backup });
    await restore(backup ?? '');
    expect(counts()).toMatchObject({ customers: 2, articles: 1 });
    expect(await link('billit'), 'it is not wiped any more').toMatchObject({ problem: { code: 'wipe-not-done' } });
    expect(must(await test.company.calls['integrations:go-on']('snelstart')).stage.state).toBe('active');
  });

  it('can be taken back once the other one is active: it is deactivated first', async () => {
    await activate('billit');
    const backup = await backupOf('billit');

    must(await takeBack('billit'));
    expect(test.engine.stopped).toBe(true);
    expect(test.settings.activePackage()).toBeNull();
    await restore(backup ?? '');
    expect(must(await test.company.calls['integrations:go-on']('snelstart')).stage.state).toBe('active');
    expect(counts().customers).toBe(2);
  });

  it('cannot be taken back once something was archived', async () => {
    await activate('billit');
    test.pull(['2001'], []);
    test.time.setWallClock(test.time.nowMs() + 60_000);
    const made = must(test.store.workOrders.create(draft(), test.time.nowMs()));
    const { id, version } = must(test.store.workOrders.reportReady(made.id, test.time.nowMs()));
    must(test.store.workOrders.archive(id, version, { state: 'waiting', frozen: null }, test.time.nowMs()));

    expect(await backupOf('billit')).toBeUndefined();
    expect(await takeBack('billit')).toMatchObject({ ok: false, problem: { code: 'wipe-not-taken-back' } });
    expect(test.settings.activePackage()).toBe('billit');
  });

  it('that took nothing out leaves nothing to take back', async () => {
    must(await wipe('billit'));
    const first = await backupOf('billit');
    must(await wipe('billit'));
    expect(await backupOf('billit'), 'the backup of what there was').toBe(first);
  });
});

describe('the same administration in two companies', () => {
  it('is refused at the link, in words that name the other company', async () => {
    test.settings.otherCompany = { name: 'Jansen Belgi\u00eb', administrationId: 'adm-1' };
    must(await accept('snelstart'));
    must(await wipe('snelstart'));
    expect(await link('snelstart')).toMatchObject({
      ok: false,
      problem: {
        code: 'administration-in-use',
        params: { company: 'Jansen Belgi\u00eb', administration: 'Jansen Installaties' },
      },
    });
    expect(await test.secrets.read({ companyId: 'company-1', package: 'snelstart' })).toEqual({});
    expect(must(await link('snelstart', { ...RIGHT_KEY, key: 'key-of-pietersen' })).administrationName).toBe(
      'Pietersen BV',
    );
  });

  it('is refused at the activation, when the other company took it after the link was made', async () => {
    must(await accept('snelstart'));
    must(await wipe('snelstart'));
    must(await link('snelstart'));
    test.settings.otherCompany = { name: 'Jansen Belgi\u00eb', administrationId: 'adm-1' };
    expect(await save('snelstart')).toMatchObject({ ok: false, problem: { code: 'administration-in-use' } });
    expect(test.settings.activePackage()).toBeNull();
  });
});
