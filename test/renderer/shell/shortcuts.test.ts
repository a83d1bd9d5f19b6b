import { afterEach, describe, expect, test, vi } from 'vitest';
import { ariaKeys, SHORTCUT_IDS, SHORTCUTS, shortcutOf, shownKeys } from '../../../renderer/shell/shortcuts';

const NOTHING = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const pressed = (keys: Partial<typeof NOTHING>) => shortcutOf({ ...NOTHING, ...keys });
const onMac = () => vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Macintosh; Intel Mac OS X)');

afterEach(() => vi.restoreAllMocks());

describe('the keys of the app', () => {
  test('are told apart: none stands for two things', () => {
    const all = SHORTCUT_IDS.flatMap((id) => SHORTCUTS[id].keys.map((keys) => keys.toLowerCase()));
    expect(new Set(all).size).toBe(all.length);
  });

  test('work with capitals on, and not with a key more or less', () => {
    expect(pressed({ key: 'n', ctrlKey: true })).toBe('newWorkOrder');
    expect(pressed({ key: 'N', ctrlKey: true })).toBe('newWorkOrder');
    expect(pressed({ key: 'n' })).toBeNull();
    expect(pressed({ key: 'z', ctrlKey: true })).toBe('undo');
    expect(pressed({ key: 'Z', ctrlKey: true, shiftKey: true })).toBe('redo');
  });

  test('leave AltGr alone, with which people type € and @', () => {
    for (const key of ['a', 'w', 'p', '€']) expect(pressed({ key, ctrlKey: true, altKey: true })).toBeNull();
  });

  test('on a Mac go with Command, and Alt with a letter is known by its place', () => {
    onMac();
    expect(pressed({ key: 'n', metaKey: true })).toBe('newWorkOrder');
    expect(pressed({ key: 'n', ctrlKey: true })).toBeNull();
    expect(pressed({ key: '∑', code: 'KeyW', altKey: true })).toBe('addWork');
    expect([ariaKeys('undo'), shownKeys('undo')]).toEqual(['Meta+Z', ['⌘+Z']]);
  });

  test('are named as screen readers and keyboards do', () => {
    expect(ariaKeys('redo')).toBe('Control+Shift+Z Control+Y');
    expect(shownKeys('shortcuts')).toEqual(['F1', '?']);
    expect(shownKeys('next')).toEqual(['Alt+Page Down']);
  });
});
