import { describe, expect, it } from 'vitest';
import {
  canGoOn,
  mustWipeEverything,
  stageOf,
  stepProblem,
  type Standing,
  type Step,
} from '../../../main/company/stage';
import type { IntegrationRecord } from '../../../main/ports';
import { fakeConnector } from '../../fakes/fake-connector';

const record: IntegrationRecord = {
  termsAcceptedAtMs: null,
  wipedAtMs: null,
  linkedAtMs: null,
  administration: null,
  filledCredentials: [],
  settings: {},
  settingsVersion: 0,
  activatedAtMs: null,
  deactivatedAtMs: null,
};
const standing = (change: Partial<IntegrationRecord>, more: Partial<Standing> = {}): Standing => ({
  id: 'snelstart',
  record: { ...record, ...change },
  active: null,
  wipeRequired: true,
  ...more,
});
const self = { id: 'snelstart', label: 'SnelStart' } as const;
const other = { id: 'billit', label: 'Billit' } as const;
const codes = (one: Standing): Record<Step, string | null> => ({
  terms: stepProblem('terms', one)?.code ?? null,
  wipe: stepProblem('wipe', one)?.code ?? null,
  link: stepProblem('link', one)?.code ?? null,
  settings: stepProblem('settings', one)?.code ?? null,
});

describe('the order of the wizard', () => {
  it('starts with the terms', () => {
    expect(codes(standing({}))).toEqual({
      terms: null,
      wipe: 'terms-not-accepted',
      link: 'terms-not-accepted',
      settings: 'terms-not-accepted',
    });
  });

  it('then wants Simon empty, then the link, then the settings', () => {
    expect(codes(standing({ termsAcceptedAtMs: 1 }))).toMatchObject({ wipe: null, link: 'wipe-not-done' });
    expect(codes(standing({ termsAcceptedAtMs: 1, wipedAtMs: 2 }))).toMatchObject({
      link: null,
      settings: 'link-not-made',
    });
    expect(codes(standing({ termsAcceptedAtMs: 1, wipedAtMs: 2, linkedAtMs: 3 }))).toMatchObject({ settings: null });
  });

  it('does not ask for a wipe when the data here are those of this package', () => {
    const again = standing({ termsAcceptedAtMs: 1, linkedAtMs: 3, activatedAtMs: 4 }, { wipeRequired: false });
    expect(codes(again)).toMatchObject({ wipe: null, link: null, settings: null });
  });

  it('lets an active integration be linked again and changed, never wiped', () => {
    expect(codes(standing({ linkedAtMs: 3, activatedAtMs: 4 }, { active: self }))).toEqual({
      terms: null,
      wipe: 'wipe-while-active',
      link: null,
      settings: null,
    });
  });

  it('refuses every step while another integration is active, and names it', () => {
    const one = standing({ termsAcceptedAtMs: 1, wipedAtMs: 2, linkedAtMs: 3 }, { active: other });
    expect(new Set(Object.values(codes(one)))).toEqual(new Set(['other-integration-active']));
    expect(stepProblem('terms', one)?.params).toEqual({ integration: 'Billit' });
  });
});

describe('the state on the tile', () => {
  const state = (change: Partial<IntegrationRecord>, active: Standing['active'] = null) =>
    stageOf(
      { ...standing(change, { active }), login: null, wipeBackup: null },
      { settings: [], link: fakeConnector().manifest.link },
    ).state;

  it('goes from available through activating to active, and back through deactivated', () => {
    expect(state({})).toBe('available');
    expect(state({ termsAcceptedAtMs: 1 })).toBe('activating');
    expect(state({ termsAcceptedAtMs: 1, activatedAtMs: 2 }, self)).toBe('active');
    expect(state({ activatedAtMs: 2, deactivatedAtMs: 3 })).toBe('deactivated');
    expect(state({ termsAcceptedAtMs: 4, activatedAtMs: 2, deactivatedAtMs: 3 })).toBe('activating');
  });
});

describe('an integration that was deactivated', () => {
  const before = { linkedAtMs: 1, activatedAtMs: 2, deactivatedAtMs: 3 };

  it('can be linked again and go on without the wizard, as long as its data are here', () => {
    const mine = standing(before, { wipeRequired: false });
    expect(canGoOn(mine)).toBe(true);
    expect(codes(mine)).toMatchObject({ link: null, settings: 'terms-not-accepted' });
  });

  it('goes through the wizard when another one led since, or when another one is active', () => {
    expect(canGoOn(standing(before))).toBe(false);
    expect(codes(standing(before))).toMatchObject({ link: 'terms-not-accepted' });
    expect(canGoOn(standing(before, { wipeRequired: false, active: other }))).toBe(false);
  });
});

describe('whether Simon must be emptied wholly', () => {
  it('is so the first time', () => {
    expect(mustWipeEverything('snelstart', record, null)).toBe(true);
  });

  it('is not so when this package led last', () => {
    expect(mustWipeEverything('snelstart', { activatedAtMs: 5 }, 'snelstart')).toBe(false);
  });

  it('is so when another package led in the meantime, whatever the clock said then', () => {
    expect(mustWipeEverything('snelstart', { activatedAtMs: 5 }, 'billit')).toBe(true);
  });
});
