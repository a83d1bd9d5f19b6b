import { expect, it } from 'vitest';
import { foundAll } from './setting-verdicts';

it.each([
  [['Diensten', 'Elektra'], 'Gevonden: Diensten, Elektra.'],
  [['1863416 Koppelaar Installatietechniek B.V.'], 'Gevonden: 1863416 Koppelaar Installatietechniek B.V.'],
])('what was found is one sentence with one full stop: %j', (names, nl) => {
  expect(foundAll(names)).toMatchObject({ ok: true, value: { ok: true, detail: { nl } } });
});
