import { exactJsonText } from '../../_kit/exact-json';
import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Json } from '../../_kit/text';

/** A JSON answer in which decimals keep their zeros, as .NET sends them: `10.00000`. */
export const exactAnswer = (value: Json): SimulatorResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: exactJsonText(value),
});
