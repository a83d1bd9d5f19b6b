import { expect, it } from 'vitest';
import { knownText } from '../../../main/log/catalogue';

it('finds the plural form that a count asks for', () => {
  const waiting = (count: number) => knownText('cli.waiting', { count, until: '10:30:00' }).nl;
  expect(waiting(1)).toBe('Nog 1 boekstuk onderweg; verder om 10:30:00.');
  expect(waiting(3)).toBe('Nog 3 boekstukken onderweg; verder om 10:30:00.');
});
