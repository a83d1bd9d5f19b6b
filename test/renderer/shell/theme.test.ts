import { afterEach, expect, test, vi } from 'vitest';
import { followContrast, showTheme } from '../../../renderer/shell/theme';

/** A computer that may be told to ask for more contrast. */
function computer(matches: boolean) {
  const listeners = new Set<() => void>();
  const query = { matches, addEventListener: (_type: string, listener: () => void) => listeners.add(listener) };
  vi.stubGlobal('matchMedia', () => query);
  return {
    askForMore: (now: boolean) => {
      query.matches = now;
      listeners.forEach((listener) => listener());
    },
  };
}

const shown = () => ({ ...document.documentElement.dataset });

afterEach(() => {
  vi.unstubAllGlobals();
  delete document.documentElement.dataset.theme;
  delete document.documentElement.dataset.contrast;
});

test('high contrast is light or dark as the computer is, and goes with another theme', () => {
  computer(false);
  showTheme('dark');
  expect(shown()).toEqual({ theme: 'dark' });
  showTheme('contrast');
  expect(shown()).toEqual({ contrast: 'more' });
  showTheme('light');
  expect(shown()).toEqual({ theme: 'light' });
});

test('every theme has high contrast while the computer asks for it', () => {
  const { askForMore } = computer(true);
  showTheme('dark');
  expect(shown()).toEqual({ theme: 'dark', contrast: 'more' });
  followContrast(() => 'dark');
  askForMore(false);
  expect(shown()).toEqual({ theme: 'dark' });
  askForMore(true);
  expect(shown()).toEqual({ theme: 'dark', contrast: 'more' });
});
