import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../connectors/_kit/text';
import { settled } from '../../fakes/fake-time';
import { ID, LoginCompany } from './login-company';
import { must } from './test-company';

type Values = Record<string, Json>;

let test: LoginCompany;
beforeEach(async () => {
  test = await LoginCompany.open();
});
afterEach(() => test.close());

const check = (key: string, settings: Values) =>
  test.company.calls['integrations:check-setting']({ package: ID, key, settings });
const choices = (key: string, settings: Values) =>
  test.company.calls['integrations:choices']({ package: ID, key, settings });
const asked = (path: string): number => test.package.asked.filter((one) => one.path === path).length;

describe('before the first settings are saved', () => {
  beforeEach(async () => {
    await test.prepare();
    must(await test.logIn());
    test.package.asked.length = 0;
  });

  it('the administration is that of the login, and one must be chosen', async () => {
    expect((await test.stage()).administrationName).toBe('Jansen Installaties');
    expect(await check('administration', {})).toMatchObject({
      value: { ok: false, problem: { code: 'setting-required', field: 'administration' } },
    });
    expect(must(await test.save({})).refused).toMatchObject([
      { key: 'administration', problem: { code: 'setting-required' } },
    ]);
  });

  it('every other setting is checked in the administration that stands on screen', async () => {
    expect(await check('administration', { administration: '200' })).toMatchObject({ value: { ok: true } });
    expect(await check('travelArticle', { administration: '200', travelArticle: 'RIT' })).toMatchObject({
      value: { ok: true },
    });
    expect(await check('travelArticle', { administration: '100', travelArticle: 'RIT' })).toMatchObject({
      value: { ok: false, problem: { code: 'article-unknown' } },
    });
  });

  it('the package is asked once which administration that is', async () => {
    for (let time = 0; time < 3; time += 1)
      await check('travelArticle', { administration: '200', travelArticle: 'RIT' });
    expect(asked('GET /company')).toBe(1);
  });

  it.each([
    ['is to be chosen yet', '', 'setting-required'],
    ['cannot be opened with this login', '300', 'pakket.not-this-one'],
  ])('the other settings wait while one %s', async (_what, administration, code) => {
    const settings = { administration, travelArticle: 'NERGENS' };
    expect(await check('administration', settings)).toMatchObject({
      value: { ok: false, problem: { code, field: 'administration' } },
    });
    expect(await check('travelArticle', settings)).toMatchObject({
      value: { ok: false, problem: { code: 'setting-administration-first', field: 'travelArticle' } },
    });
    expect(must(await test.save(settings)).refused.map(({ key }) => key)).toEqual(['administration']);
    expect(asked('GET /articles/NERGENS')).toBe(0);
    // Another one can be picked nevertheless.
    expect(must(await choices('administration', settings)).map(({ value }) => value)).toEqual(['100', '200']);
  });

  it('a package that does not answer is no reason to call the administration wrong', async () => {
    test.package.isOnline = false;
    for (const key of ['administration', 'travelArticle']) {
      expect(await check(key, { administration: '200' })).toMatchObject({ ok: false, problem: { kind: 'offline' } });
    }
    expect(await test.save({ administration: '200' })).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  });

  it('the chosen one is what is linked, and runs work with it', async () => {
    must(await test.save({ administration: '200', travelArticle: 'RIT' }));
    await settled();
    expect(await test.stage()).toMatchObject({ state: 'active', administrationName: 'Jansen Verhuur' });
    expect(await test.company.calls['sync:status']()).toMatchObject({
      administrationName: 'Jansen Verhuur',
      problem: null,
      lastRun: { result: 'finished' },
    });
    expect(test.logged()).toContain('Gekoppeld met Pakket, administratie ‘Jansen Verhuur’.');
  });
});

describe('of an active integration', () => {
  beforeEach(() => test.activate());

  it('another one is refused while Simon holds data of the linked one', async () => {
    const other = { administration: '200', travelArticle: 'RIT' };
    const taken = {
      code: 'other-administration',
      params: { linked: 'Jansen Installaties', entered: 'Jansen Verhuur' },
    };
    expect(await check('administration', other)).toMatchObject({ value: { ok: false, problem: taken } });
    expect(must(await test.save(other)).refused).toMatchObject([{ key: 'administration', problem: taken }]);
    expect(await test.stage()).toMatchObject({
      settings: { administration: '100' },
      administrationName: 'Jansen Installaties',
    });
  });

  it('the linked one costs no request when other settings are checked', async () => {
    test.package.asked.length = 0;
    await check('travelArticle', { administration: '100', travelArticle: 'REIS' });
    expect(test.package.asked.map(({ path }) => path)).toEqual(['GET /articles/REIS']);
  });

  it('stays the chosen one when somebody logs in again', async () => {
    test.package.administrations.reverse();
    expect(must(await test.logIn({}))).toMatchObject({
      administrationName: 'Jansen Installaties',
      settings: { administration: '100' },
    });
  });
});

it('another one is taken over by an active integration while Simon is empty, and read from the start', async () => {
  await test.prepare();
  must(await test.logIn());
  must(await test.save({ administration: '100' }));
  await settled();
  const { stage, refused } = must(await test.save({ administration: '200' }));
  await settled();
  expect(refused).toEqual([]);
  expect(stage).toMatchObject({ state: 'active', administrationName: 'Jansen Verhuur' });
  expect(await test.company.calls['sync:status']()).toMatchObject({
    problem: null,
    lastRun: { trigger: 'manual', result: 'finished' },
  });
});
