import { describe, expect, it } from 'vitest';
import type { SettingField } from '../../../connectors/_kit/settings';
import { settingWords } from '../../../preload/contract/setting-words';

const text = (nl: string) => ({ nl, en: nl });
const base = { key: 'x', label: text(''), help: text(''), check: 'local' } as const;
const choices = [
  { value: 'none', label: { nl: 'Niets', en: 'Nothing' } },
  { value: 'both', label: { nl: 'Werkadres en omschrijving', en: 'Work address and description' } },
];
const names = {
  ofValue: (value: string) => (value === 'MAG1' ? { nl: 'Magazijn Noord', en: 'Warehouse North' } : null),
  ofEmployee: (id: string) => (id === '7' ? 'H. Jansen' : null),
};
const dutch = (field: SettingField, value: Parameters<typeof settingWords>[1]) => {
  const words = settingWords(field, value, names);
  return words.kind === 'texts' ? words.texts.map(({ nl }) => nl) : words.kind;
};

describe('a value of a setting in words', () => {
  it.each<[string, SettingField, Parameters<typeof settingWords>[1], string | string[]]>([
    ['yes', { ...base, kind: 'yes-no', default: false }, true, 'yes'],
    [
      'a choice by its label',
      { ...base, kind: 'choice', default: 'none', choices },
      'both',
      ['Werkadres en omschrijving'],
    ],
    ['a choice that is gone, as it is', { ...base, kind: 'choice', default: 'none', choices }, 'old', ['old']],
    ['nothing', { ...base, kind: 'text', default: '', maxLength: 9 }, '', 'empty'],
    ['no names', { ...base, kind: 'names', default: [] }, [], 'empty'],
    ['several names', { ...base, kind: 'names', default: [] }, ['Elektra', 'Cv'], ['Elektra', 'Cv']],
    ['what the package calls it', { ...base, kind: 'remote-choice', default: '' }, 'MAG1', ['Magazijn Noord']],
    ['what the package calls it no more', { ...base, kind: 'remote-choice', default: '' }, 'MAG9', ['MAG9']],
    [
      'each employee by name',
      { ...base, kind: 'per-employee', default: {} },
      { '7': 'MAG1', '8': 'MAG9' },
      ['H. Jansen: Magazijn Noord', '8: MAG9'],
    ],
  ])('%s', (_what, field, value, expected) => expect(dutch(field, value)).toEqual(expected));
});
