import { expect, test } from 'vitest';
import type { Question } from '../../../preload/contract/custom-forms';
import type { Store } from '../../../main/db/store';
import { NOON, openTempStore } from './open-temp-store';
import { article, codeOf, customer, draft, everything, pull, queued, value } from './records';

const LATER = NOON + 60_000;
const QUESTION: Question = { id: 'q1', kind: 'text', label: 'Druk', required: false, visibleWhen: null };

/** An office with one whole work order: whatever a work order can hold. */
function office() {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1', { name: 'Café Zoë' }), customer('2')]);
  pull(store, 'articles', [article('1', { code: 'KRAAN' }), article('2', { code: 'BUIS' })]);
  const who = store.customers.byNumber('10001')!;
  const hall = value(
    store.customers.addWorkAddress(
      who.id,
      { name: 'Loods', street: 'Havenweg 2', postcode: '1781 AB', city: 'Den Helder', country: 'NL' },
      NOON,
    ),
  );
  const employee = store.employees.add('Piet');
  const form = value(store.customForms.save(null, { title: 'Keuring', questions: [QUESTION] }, NOON));
  const [kraan, buis] = ['KRAAN', 'BUIS'].map((code) => store.articles.byCode(code)!.id) as [number, number];
  const whole = draft({
    customerId: who.id,
    workAddressId: hall.id,
    description: 'Jaarlijks onderhoud',
    customerReference: 'PO 7',
    notes: 'Sleutel bij de buren',
    employeeId: employee.id,
    plannedStartAtMs: NOON,
    plannedEndAtMs: NOON + 3_600_000,
    times: [{ employeeId: employee.id, kind: 'work', date: '2026-03-02', startMinute: 480, minutes: 60, note: '' }],
    articles: [
      { articleId: kraan, quantity: '2', unitPrice: '9.95', description: 'Kraan, wit' },
      { articleId: buis, quantity: '1.5', unitPrice: null, description: null },
    ],
    forms: [
      { formVersionId: form.current.id, title: 'Keuring', answers: { q1: '1,6 bar' } },
      { title: 'Vrij', answers: [{ question: 'Alles in orde?', answer: 'Ja' }] },
    ],
  });
  return { store, whole, who, kraan, buis, employee, form };
}
type Office = ReturnType<typeof office>;

/** What a copy of the whole work order holds. */
const handedOn = ({ whole, form }: Office) => ({
  status: 'planned',
  customerId: whole.customerId,
  workAddressId: whole.workAddressId,
  description: 'Jaarlijks onderhoud',
  customerReference: 'PO 7',
  notes: 'Sleutel bij de buren',
  employeeId: whole.employeeId,
  plannedStartAtMs: null,
  plannedEndAtMs: null,
  times: [],
  articles: whole.articles,
  forms: [
    { formVersionId: form.current.id, title: 'Keuring', answers: {} },
    { title: 'Vrij', answers: [{ question: 'Alles in orde?', answer: '' }] },
  ],
  signature: null,
  reportedReadyAtMs: null,
  archivedAtMs: null,
});

const templateOf = (store: Store, workOrderId: number, name = 'Onderhoud', replace = false) =>
  store.templates.keep({ workOrderId, name, replace }, NOON);

test('a copy has everything but times, plan and answers, a number of its own, and says where it came from', () => {
  const all = office();
  const { store } = all;
  const original = value(store.workOrders.create(all.whole, NOON, 'app-17'));
  const { workOrder, leftOut } = value(store.templates.duplicate(original.id, LATER));
  expect(workOrder).toMatchObject(handedOn(all));
  expect(workOrder).toMatchObject({ madeFrom: { kind: 'copy', number: original.number }, createdAtMs: LATER });
  expect(workOrder.number).not.toBe(original.number);
  expect(leftOut).toEqual([]);
  expect(store.workOrders.numberByImportId('app-17')).toBe(original.number);
  expect(store.workOrders.get(original.id)).toMatchObject({ madeFrom: null, times: all.whole.times });
});

test('what is archived can be copied, and stays as it is', () => {
  const all = office();
  const { store } = all;
  const { workOrderId } = queued(store, { ...all.whole, plannedEndAtMs: null });
  const { workOrder } = value(store.templates.duplicate(workOrderId, LATER));
  expect(workOrder).toMatchObject(handedOn(all));
  expect(workOrder.queueEntryId).toBeNull();
  expect(store.workOrders.get(workOrderId)?.status).toBe('archived');
});

test('photos and a signature stay with the job they were made on', () => {
  const { store, whole } = office();
  const original = value(store.workOrders.create(whole, NOON));
  value(
    store.workOrderFiles.add(
      {
        workOrderId: original.id,
        kind: 'file',
        name: 'offerte.pdf',
        width: null,
        height: null,
        questionId: null,
        bytes: new Uint8Array([1]),
        thumbnail: null,
      },
      NOON,
    ),
  );
  const { workOrder } = value(store.templates.duplicate(original.id, LATER));
  expect(store.workOrderFiles.list(workOrder.id)).toEqual([]);
});

test('what ended since is left out of a copy, and named', () => {
  const { store, whole, employee, form } = office();
  const original = value(store.workOrders.create(whole, NOON));
  pull(store, 'customers', [], { gone: ['1'] });
  pull(store, 'articles', [], { gone: ['1'] });
  value(store.employees.save(employee.id, { name: 'Piet', active: false }));
  value(store.customForms.setActive(form.id, false));
  const { workOrder, leftOut } = value(store.templates.duplicate(original.id, LATER));
  expect(workOrder).toMatchObject({ customerId: null, workAddressId: null, employeeId: null });
  expect(workOrder.articles).toMatchObject([{ quantity: '1.5' }]);
  expect(workOrder.forms.map(({ title }) => title)).toEqual(['Vrij']);
  expect(leftOut).toEqual([
    { kind: 'customer', label: '10001 Café Zoë' },
    { kind: 'employee', label: 'Piet' },
    { kind: 'article', label: 'KRAAN Artikel 1' },
    { kind: 'form', label: 'Keuring' },
  ]);
});

test('a form is copied with its newest questions', () => {
  const { store, whole, form } = office();
  const original = value(store.workOrders.create(whole, NOON));
  const newer = value(
    store.customForms.save(form.id, { title: 'Keuring', questions: [QUESTION, { ...QUESTION, id: 'q2' }] }, NOON),
  );
  const { workOrder } = value(store.templates.duplicate(original.id, LATER));
  expect(newer.current.id).not.toBe(form.current.id);
  expect(workOrder.forms[0]).toMatchObject({ formVersionId: newer.current.id });
});

test('a work order that was deleted is not copied', () => {
  const { store } = office();
  expect(codeOf(store.templates.duplicate(99, NOON))).toBe('work-order-not-found');
  expect(codeOf(templateOf(store, 99))).toBe('work-order-not-found');
});

test('a template gives the same work order again and again, also after the first one is gone', () => {
  const all = office();
  const { store } = all;
  const original = value(store.workOrders.create(all.whole, NOON));
  const template = value(templateOf(store, original.id));
  expect(template).toMatchObject({ name: 'Onderhoud', customerName: 'Café Zoë', articles: 2, changedAtMs: NOON });
  value(store.workOrders.remove(original.id));
  for (const atMs of [LATER, LATER + 1]) {
    const { workOrder, leftOut } = value(store.templates.start(template.id, atMs));
    expect(workOrder).toMatchObject(handedOn(all));
    expect(workOrder.madeFrom).toEqual({ kind: 'template', name: 'Onderhoud' });
    expect(leftOut).toEqual([]);
  }
});

test('a template may have no customer', () => {
  const { store } = office();
  const template = value(templateOf(store, value(store.workOrders.create(draft(), NOON)).id));
  expect(template.customerName).toBe('');
  const { workOrder, leftOut } = value(store.templates.start(template.id, LATER));
  expect([workOrder.customerId, workOrder.description, leftOut]).toEqual([null, 'Lekkage verhelpen', []]);
});

test('articles that ended or went since are named and left out; the same code under another id is taken', () => {
  const { store, whole } = office();
  const template = value(templateOf(store, value(store.workOrders.create(whole, NOON)).id));
  store.wipe.run(['workOrders', 'customers', 'articles']);
  pull(store, 'articles', [article('9', { code: 'BUIS' })]);
  pull(store, 'customers', [customer('1', { name: 'Café Zoë' })]);
  const { workOrder, leftOut } = value(store.templates.start(template.id, LATER));
  expect(workOrder.customer?.name).toBe('Café Zoë');
  expect(workOrder.articles).toEqual([
    { articleId: store.articles.byCode('BUIS')!.id, quantity: '1.5', unitPrice: null, description: null },
  ]);
  expect(leftOut).toEqual([
    { kind: 'workAddress', label: 'Havenweg 2, 1781 AB Den Helder' },
    { kind: 'article', label: 'KRAAN Artikel 1' },
  ]);
});

test('a number that belongs to somebody else now is not the customer of the template', () => {
  const { store, whole } = office();
  const template = value(templateOf(store, value(store.workOrders.create(whole, NOON)).id));
  store.wipe.run(['workOrders', 'customers', 'articles']);
  pull(store, 'customers', [customer('5', { number: '10001', name: 'Iemand anders' })]);
  const { workOrder, leftOut } = value(store.templates.start(template.id, LATER));
  expect(workOrder.customer).toBeNull();
  expect(leftOut[0]).toEqual({ kind: 'customer', label: '10001 Café Zoë' });
});

test('names: one template of each, found, renamed, replaced and removed', () => {
  const { store, whole } = office();
  const { id } = value(store.workOrders.create(whole, NOON));
  const other = value(store.workOrders.create(draft({ description: 'Dakgoot 100% schoon' }), NOON));
  const first = value(templateOf(store, id));
  const second = value(templateOf(store, other.id, 'Dakgoot'));
  expect(codeOf(templateOf(store, other.id, 'ÓNDERHOUD'))).toBe('template-name-taken');
  expect(codeOf(store.templates.rename(second.id, 'onderhoud'))).toBe('template-name-taken');
  expect(codeOf(store.templates.rename(99, 'x'))).toBe('template-gone');
  expect(codeOf(store.templates.start(99, NOON))).toBe('template-gone');

  const names = (search: string) => store.templates.list({ ...everything, search }).rows.map(({ name }) => name);
  expect(names('')).toEqual(['Dakgoot', 'Onderhoud']);
  expect([names('zoe jaarlijks'), names('100%'), names('_'), names("'")]).toEqual([['Onderhoud'], ['Dakgoot'], [], []]);
  value(store.templates.rename(first.id, 'Onderhoud cv'));
  expect(names('cv')).toEqual(['Onderhoud cv']);
  const replaced = value(templateOf(store, other.id, 'onderhoud CV', true));
  expect(replaced).toMatchObject({ id: first.id, name: 'onderhoud CV', description: 'Dakgoot 100% schoon' });
  value(store.templates.remove(first.id));
  expect(names('')).toEqual(['Dakgoot']);
});
