import { problem } from '../../connectors/_kit/problem';
import { fail, type Result } from '../../connectors/_kit/result';
import { designFault } from '../../preload/contract/form-rules';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<
  CompanyCalls,
  'custom-forms:list' | 'custom-forms:save' | 'custom-forms:set-active' | 'custom-forms:delete'
>;

/** Designing custom forms and putting them away. */
export function createCustomFormCalls(
  { customForms }: Pick<RemoteStore, 'customForms'>,
  time: Time,
  events: CompanyEvents,
): Calls {
  const told = async <T>(change: () => Promise<Result<T>>): Promise<Result<T>> => {
    const result = await orStorageProblem(change);
    if (result.ok) events.changed('customForms');
    return result;
  };
  return {
    'custom-forms:list': () => customForms.list(),
    'custom-forms:save': ({ id, title, questions }) => {
      const wrong = designFault(questions);
      if (wrong !== null) {
        return Promise.resolve(fail(problem('invalid-input', 'form-design', { question: wrong.question.label })));
      }
      return told(() => customForms.save(id, { title, questions }, time.nowMs()));
    },
    'custom-forms:set-active': ({ id, active }) => told(() => customForms.setActive(id, active)),
    'custom-forms:delete': (id) => told(() => customForms.remove(id)),
  };
}
