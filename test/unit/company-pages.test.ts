import { beforeEach, expect, it } from 'vitest';
import { createCompanyPages, type CompanyPages } from '../../main/company-pages';
import { createCompanyRegister, type CompanyRegister } from '../../main/companies/company-register';
import { MemoryLogger } from '../fakes/memory-logger';
import { memorySettingsFile, settingsIn } from '../fakes/memory-settings-file';

/** What the window and the companies were asked to do, in order. */
let asked: string[];
let register: CompanyRegister;
let pages: CompanyPages;
beforeEach(() => {
  asked = [];
  const settings = settingsIn(memorySettingsFile());
  register = createCompanyRegister({ settings, practice: false, newId: () => 'id-1' });
  pages = createCompanyPages({
    companies: { register, tryOpen: (id) => Promise.resolve(void asked.push(`open ${id}`)) },
    window: {
      load: (address) => Promise.resolve(void asked.push(address)),
      reload: () => void asked.push('reload'),
    },
    pageUrl: 'app://simon-koppel/index.html',
    logger: new MemoryLogger(),
  });
});

it('begins with the company that was chosen last', async () => {
  register.add('Pietersen');
  register.show('id-1');
  await pages.openFirst();
  expect(asked).toEqual(['app://simon-koppel/index.html?company=id-1#/overview']);
});

it('shows another company on a page of its own, and remembers it', async () => {
  register.add('Pietersen');
  expect(await pages.choose('id-1', 'queue')).toMatchObject({ ok: true });
  expect(asked).toEqual(['open id-1', 'app://simon-koppel/index.html?company=id-1#/queue']);
  expect(register.shownId()).toBe('id-1');
});

it('shows a company anew when it is chosen again', async () => {
  await pages.choose('main', 'overview');
  expect(asked).toEqual(['open main', 'reload']);
});

it('opens a new company and shows it', async () => {
  await pages.add('Pietersen');
  expect(asked).toEqual(['open id-1', 'app://simon-koppel/index.html?company=id-1#/overview']);
});

it('stays where it is when there is nothing to show', async () => {
  expect(await pages.choose('gone', 'queue')).toMatchObject({ ok: false, problem: { code: 'company-unknown' } });
  expect(await pages.add('')).toMatchObject({ ok: false, problem: { code: 'company-name-missing' } });
  expect(asked).toEqual([]);
});
