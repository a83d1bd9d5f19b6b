import { beforeEach, describe, expect, it } from 'vitest';
import { chosenCompany, companyToActivate } from '../../../main/cli/chosen-company';
import { createCompanyRegister, type CompanyRegister } from '../../../main/companies/company-register';
import { memorySettingsFile, settingsIn } from '../../fakes/memory-settings-file';

let register: CompanyRegister;
beforeEach(() => {
  let count = 0;
  const settings = settingsIn(memorySettingsFile());
  register = createCompanyRegister({ settings, practice: false, newId: () => `id-${(count += 1)}` });
});

describe('the company of a command', () => {
  beforeEach(() => {
    register.rename('main', 'Jansen');
    register.add('Pietersen');
  });

  it('is the first one, or the one that is named', () => {
    expect(chosenCompany(register, null)).toEqual({ ok: true, value: 'main' });
    expect(chosenCompany(register, 'pietersen')).toEqual({ ok: true, value: 'id-1' });
    expect(chosenCompany(register, 'id-1')).toEqual({ ok: true, value: 'id-1' });
  });

  it('that is not there is refused with the ones that are', () => {
    expect(chosenCompany(register, 'De Vries')).toMatchObject({
      ok: false,
      problem: { code: 'company-unknown', params: { company: 'De Vries', known: 'Jansen, Pietersen' } },
    });
  });
});

describe('the company of an activation', () => {
  const names = () => register.ids().map((id) => register.of(id).name());

  it('is the only one while that has no name and no link; it gets its name later', () => {
    expect(companyToActivate(register, null, 'Jansen')).toEqual({ ok: true, value: { id: 'main', newName: 'Jansen' } });
    expect(names()).toEqual(['Mijn bedrijf']);
  });

  it('is the one that has the name', () => {
    register.rename('main', 'Jansen');
    register.add('Pietersen');
    expect(companyToActivate(register, null, 'pietersen')).toEqual({ ok: true, value: { id: 'id-1', newName: null } });
    expect(names()).toEqual(['Jansen', 'Pietersen']);
  });

  it('is a new one when the only one has another name or is linked', () => {
    register.of('main').settings.setActivePackage('snelstart');
    expect(companyToActivate(register, null, 'Jansen')).toEqual({ ok: true, value: { id: 'id-1', newName: null } });
    expect(companyToActivate(register, null, 'Pietersen')).toEqual({ ok: true, value: { id: 'id-2', newName: null } });
    expect(names()).toEqual(['Mijn bedrijf', 'Jansen', 'Pietersen']);
  });

  it('is the first one when the request names none', () => {
    expect(companyToActivate(register, null, null)).toEqual({ ok: true, value: { id: 'main', newName: null } });
  });

  it('that the command line chose gets the name of the request, unless another company has it', () => {
    register.add('Pietersen');
    expect(companyToActivate(register, 'Pietersen', 'Pietersen BV')).toEqual({
      ok: true,
      value: { id: 'id-1', newName: 'Pietersen BV' },
    });
    register.rename('main', 'Jansen');
    expect(companyToActivate(register, 'Pietersen', 'Jansen')).toMatchObject({
      problem: { code: 'company-name-taken' },
    });
    expect(companyToActivate(register, 'De Vries', 'Jansen')).toMatchObject({ problem: { code: 'company-unknown' } });
  });
});
