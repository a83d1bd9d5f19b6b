import type { Input } from '../../../preload/contract/calls';
import type { CustomFormRow, FormVersion, Question } from '../../../preload/contract/custom-forms';

/** The designed forms of the fake, in memory. */
export interface Forms {
  readonly list: () => readonly CustomFormRow[];
  readonly save: (request: Input<'custom-forms:save'>) => CustomFormRow;
  readonly setActive: (request: Input<'custom-forms:set-active'>) => CustomFormRow;
  readonly remove: (id: number) => void;
}

export const QUESTIONS: readonly Question[] = [
  {
    id: 'kind',
    kind: 'choice',
    label: 'Soort werk',
    required: true,
    visibleWhen: null,
    choices: ['Storing', 'Onderhoud'],
  },
  {
    id: 'cause',
    kind: 'text',
    label: 'Oorzaak van de storing',
    required: true,
    visibleWhen: { key: 'kind', oneOf: ['Storing'] },
  },
  { id: 'tight', kind: 'yes-no', label: 'Lekvrij?', required: true, visibleWhen: null },
  {
    id: 'pressure',
    kind: 'number',
    label: 'Druk in bar',
    required: false,
    visibleWhen: { key: 'tight', oneOf: [true] },
  },
  { id: 'next', kind: 'date', label: 'Volgende beurt', required: false, visibleWhen: null },
];

const TITLES = ['Oplevering', 'Keuringsrapport cv-ketel en rookgasafvoer volgens BRL 6000-25', 'Veiligheid'] as const;

const version = (formId: number, title: string): FormVersion => ({
  id: formId * 10,
  formId,
  version: 1,
  title,
  questions: QUESTIONS,
});

/** `rows` 0: none; else three, of which one was put away. */
export function createForms(rows: number): Forms {
  let forms: readonly CustomFormRow[] =
    rows === 0
      ? []
      : TITLES.map((title, index) => ({
          id: index + 1,
          title,
          active: index < 2,
          workOrders: index * 3,
          current: version(index + 1, title),
        }));
  const put = (form: CustomFormRow): CustomFormRow => {
    forms = [...forms.filter(({ id }) => id !== form.id), form];
    return form;
  };
  const find = (id: number): CustomFormRow => {
    const found = forms.find((form) => form.id === id);
    if (!found) throw new Error(`The fake has no form ${id}`);
    return found;
  };
  return {
    list: () => forms,
    save: ({ id, title, questions }) => {
      const formId = id ?? forms.length + 1;
      const current = { ...version(formId, title), questions: questions as readonly Question[] };
      return put({ id: formId, title, active: true, workOrders: id === null ? 0 : find(id).workOrders, current });
    },
    setActive: ({ id, active }) => put({ ...find(id), active }),
    remove: (id) => {
      forms = forms.filter((form) => form.id !== id);
    },
  };
}
