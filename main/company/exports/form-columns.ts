import type { CustomFormRow } from '../../../preload/contract/custom-forms';
import type { ListColumn } from './list-columns';

export const FORM_COLUMNS: readonly ListColumn<CustomFormRow>[] = [
  { name: 'form', kind: 'text', width: 30, value: (row) => row.title },
  { name: 'questions', kind: 'number', value: (row) => row.current.questions.length },
  { name: 'onWorkOrders', kind: 'number', value: (row) => row.workOrders },
  { name: 'status', kind: 'text', value: (row, words) => words(row.active ? 'ui.forms.inUse' : 'ui.forms.putAway') },
];
