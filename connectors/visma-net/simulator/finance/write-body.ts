import type { SimulatorRequest, SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import { isObject, ModelReader, type ModelState } from '../../../_kit/simulator/model-reader';
import type { Quirks } from '../quirks';
import type { FinanceProblems } from './problems';
import { unwrap } from './unwrap';

/** What a write gives for a field: a value, nothing (stays as it is), or the wish to clear it. */
export type Given<T> = { readonly value: T } | 'absent' | 'cleared';

/** The value a field gets: what was given, or what it was. `empty` is how it looks when it is cleared. */
export function given<T>(wish: Given<T>, was: T, empty: T): T {
  if (wish === 'absent') return was;
  return wish === 'cleared' ? empty : wish.value;
}

/** Reads a text field with the difference between left out and cleared, which needs `nullClears`. */
export function textWish(reader: ModelReader, name: string, quirks: Pick<Quirks, 'nullClears'>): Given<string> {
  const value = reader.text(name);
  if (value !== null) return { value };
  return reader.has(name) && quirks.nullClears === 'yes' ? 'cleared' : 'absent';
}

/**
 * Reads the body of a write. `read` takes the values, already unwrapped; what does not fit the model, and what is not
 * wrapped when the quirk says so, refuses the request.
 */
export function readWrite<T>(
  request: SimulatorRequest,
  model: string,
  context: { readonly quirks: Quirks; readonly problems: FinanceProblems },
  read: (reader: ModelReader) => T,
): { readonly input: T } | { readonly refusal: SimulatorResponse } {
  const { quirks, problems } = context;
  let body: unknown;
  try {
    body = JSON.parse(request.body.toString('utf8')) as unknown;
  } catch {
    return { refusal: problems.of(400, 'The request body is not valid JSON.') };
  }
  if (!isObject(body)) return { refusal: problems.of(400, `The ${model} is missing in the request body.`) };
  const { body: values, notWrapped } = unwrap(body);
  if (quirks.unwrapped === 'refuse' && notWrapped.length > 0) {
    return { refusal: problems.refused(`These values are not wrapped in "value": ${notWrapped.join(', ')}.`) };
  }
  const state: ModelState = {};
  const reader = new ModelReader(values, model, state, quirks.unknownProperties === 'refuse');
  const input = read(reader);
  reader.noteUnknown();
  const [misfit] = Object.values(state).flat();
  return misfit === undefined ? { input } : { refusal: problems.refused(misfit) };
}
