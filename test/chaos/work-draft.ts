import type { WorkOrderDraft } from '../../preload/contract/views';

/** A work order with work time and a form, for a customer that was pulled. */
export const draftOf = (customerId: number, description: string, minutes: number): WorkOrderDraft => ({
  customerId,
  workAddressId: null,
  description,
  customerReference: '',
  notes: '',
  employeeId: null,
  plannedStartAtMs: null,
  plannedEndAtMs: null,
  times: [{ employeeId: null, kind: 'work', date: '2026-11-22', startMinute: null, minutes, note: '' }],
  articles: [],
  forms: [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'Ja' }] }],
});
