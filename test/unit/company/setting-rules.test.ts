import { describe, expect, it } from 'vitest';
import type { SettingField } from '../../../connectors/_kit/settings';
import { isVisible, localProblem, tablesToRestart, tidy, withDefaults } from '../../../main/company/setting-rules';

const words = { label: { nl: '', en: '' }, help: { nl: '', en: '' } };
const marker: SettingField = { ...words, key: 'marker', kind: 'text', default: '', maxLength: 3, check: 'local' };
const pull: SettingField = {
  ...words,
  key: 'pull',
  kind: 'yes-no',
  default: false,
  check: 'local',
  restartsPull: ['orders'],
};
const filter: SettingField = {
  ...words,
  key: 'filter',
  kind: 'text',
  default: '',
  maxLength: 5,
  check: 'local',
  required: true,
  visibleWhen: { key: 'pull', oneOf: [true] },
};
const lines: SettingField = {
  ...words,
  key: 'lines',
  kind: 'yes-no',
  default: false,
  check: 'local',
  visibleWhen: { key: 'filter', oneOf: ['WB'] },
};
const groups: SettingField = {
  ...words,
  key: 'groups',
  kind: 'names',
  default: [],
  check: 'local',
  restartsPull: ['articles', 'orders'],
};
const parts: SettingField = {
  ...words,
  key: 'parts',
  kind: 'choices',
  default: [],
  check: 'local',
  choices: [
    { value: 'a', label: words.label },
    { value: 'b', label: words.label },
  ],
};
const perEmployee: SettingField = { ...words, key: 'warehouse', kind: 'per-employee', default: {}, check: 'local' };
const fields = [marker, pull, filter, lines, groups, parts, perEmployee];

describe('the value of a setting by itself', () => {
  it.each([
    [marker, 'XXX', null],
    [marker, 'éé€', null],
    [marker, 'XXXX', 'setting-too-long'],
    [marker, 3, 'setting-wrong-kind'],
    [marker, '', null],
    [filter, '', 'setting-required'],
    [pull, 'ja', 'setting-wrong-kind'],
    [parts, ['a', 'b'], null],
    [parts, ['a', 'c'], 'setting-choice-unknown'],
    [parts, 'a', 'setting-wrong-kind'],
    [groups, ['Diensten', 3], 'setting-wrong-kind'],
    [perEmployee, { 1: 'HOOFD' }, null],
    [perEmployee, ['HOOFD'], 'setting-wrong-kind'],
    [perEmployee, { 1: 2 }, 'setting-wrong-kind'],
  ] as const)('%#: says what is wrong, and with which setting', (field, value, code) => {
    const found = localProblem(field, value);

    expect(found?.code ?? null).toBe(code);
    if (found !== null) expect(found.field).toBe(field.key);
  });

  it('counts characters as people do', () => {
    expect(localProblem(marker, '🔧🔧🔧')).toBeNull();
  });
});

describe('which settings show', () => {
  const shown = (settings: Record<string, boolean | string>): readonly string[] => {
    const complete = withDefaults(fields, settings);
    return fields.filter((field) => isVisible(fields, complete, field)).map((field) => field.key);
  };

  it('shows a setting only while the one it depends on has the right value', () => {
    expect(shown({ pull: false })).not.toContain('filter');
    expect(shown({ pull: true })).toContain('filter');
  });

  it('hides what depends on a setting that is itself hidden', () => {
    expect(shown({ pull: true, filter: 'WB' })).toContain('lines');
    expect(shown({ pull: false, filter: 'WB' })).not.toContain('lines');
  });
});

describe('values as they are kept', () => {
  it('trims texts and names, and drops empty and repeated names', () => {
    const kept = tidy(fields, { marker: ' XX ', groups: [' Diensten', '', 'Diensten ', 'diensten'] });

    expect(kept.marker).toBe('XX');
    expect(kept.groups).toEqual(['Diensten', 'diensten']);
  });

  it('drops an employee without a value, who then gets the value for all', () => {
    expect(tidy(fields, { warehouse: { 1: ' BUS2 ', 2: ' ' } }).warehouse).toEqual({ 1: 'BUS2' });
  });

  it('keeps a right value of a hidden setting, so that it is there when it shows again', () => {
    expect(tidy(fields, { pull: false, filter: 'WB' }).filter).toBe('WB');
  });

  it('replaces a wrong value of a hidden setting, because nobody can see and mend it', () => {
    expect(tidy(fields, { pull: false, filter: 'much too long' }).filter).toBe('');
    expect(tidy(fields, { pull: true, filter: 'much too long' }).filter).toBe('much too long');
  });

  it('leaves out what the package does not know', () => {
    expect(tidy(fields, { colour: 'red' })).not.toHaveProperty('colour');
  });
});

describe('tables to read again', () => {
  const before = withDefaults(fields, { groups: ['Diensten'], warehouse: { 1: 'A', 2: 'B' } });

  it('names each table once', () => {
    expect(tablesToRestart(fields, before, { ...before, groups: ['diensten'], pull: true })).toEqual([
      'orders',
      'articles',
    ]);
  });

  it('reads nothing again for other settings, nor for what only looks different', () => {
    expect(tablesToRestart(fields, before, { ...before, marker: 'X', warehouse: { 2: 'B', 1: 'A' } })).toEqual([]);
  });
});
