import { describe, expect, it } from 'vitest';
import { createCompanyRegister } from '../../../main/companies/company-register';
import { memorySettingsFile, settingsIn } from '../../fakes/memory-settings-file';

function registerOn(file = memorySettingsFile(), practice = false) {
  let count = 0;
  return createCompanyRegister({ settings: settingsIn(file), practice, newId: () => `id-${(count += 1)}` });
}
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) =>
  result.problem?.code ?? null;

describe('the companies of an installation', () => {
  it('begin with one that nobody named yet', () => {
    const register = registerOn();
    expect(register.ids()).toEqual(['main']);
    expect(register.isUnnamed('main')).toBe(true);
    expect(register.shownId()).toBe('main');
  });

  it('are found by name or id, without regard to capitals', () => {
    const register = registerOn();
    register.rename('main', 'Jansen');
    register.add('Café Zoë');
    expect(register.find('café zoë')).toBe('id-1');
    expect(register.find('id-1')).toBe('id-1');
    expect(register.find('Pietersen')).toBeNull();
    expect(register.isUnnamed('main')).toBe(false);
  });

  it('survive a restart, with the one that was chosen', () => {
    const file = memorySettingsFile();
    const before = registerOn(file);
    before.add('Jansen België');
    before.show('id-1');
    const after = registerOn(file);
    expect(after.ids()).toEqual(['main', 'id-1']);
    expect(after.of('id-1').name()).toBe('Jansen België');
    expect(after.shownId()).toBe('id-1');
  });

  it('have different names, that are not empty', () => {
    const register = registerOn();
    register.rename('main', 'Jansen');
    expect(codeOf(register.add(' JANSEN '))).toBe('company-name-taken');
    expect(codeOf(register.add('  '))).toBe('company-name-missing');
    expect(register.ids()).toEqual(['main']);
    register.add('Pietersen');
    expect(codeOf(register.rename('id-1', 'jansen'))).toBe('company-name-taken');
    expect(codeOf(register.rename('id-1', 'PIETERSEN')), 'its own name, written otherwise').toBeNull();
    expect(register.of('id-1').name()).toBe('PIETERSEN');
  });

  it('show the first one when the chosen one is not there', () => {
    const file = memorySettingsFile();
    settingsIn(file).saveShownCompany('gone');
    expect(registerOn(file).shownId()).toBe('main');
  });
});

describe('the practice administration', () => {
  it('stands beside the real companies, and neither sees the other', () => {
    const file = memorySettingsFile();
    const real = registerOn(file);
    real.add('Jansen België');
    real.show('id-1');
    const practice = registerOn(file, true);
    expect(practice.ids()).toEqual(['practice']);
    expect(practice.shownId()).toBe('practice');
    practice.show('practice');
    expect(registerOn(file).ids()).toEqual(['main', 'id-1']);
    expect(registerOn(file).shownId()).toBe('id-1');
  });

  it('has one company', () => {
    expect(codeOf(registerOn(memorySettingsFile(), true).add('Nog een'))).toBe('practice-has-one-company');
  });
});
