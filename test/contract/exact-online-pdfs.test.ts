/** PDFs on the customer card of Exact Online: two calls each, either of which may be lost. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttachTask } from '../../connectors/_kit/connector';
import type { Fault } from '../../connectors/_kit/simulator/faults';
import { connector } from '../../connectors/exact-online/index';
import { startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
import { documentFor } from './documents';
import { openSession, valueOf, type Session, type SessionOptions } from './session';

const DOCUMENTS = { method: 'POST', path: '/documents/Documents' } as const;
const ATTACHMENTS = { method: 'POST', path: '/documents/DocumentAttachments' } as const;
const REMOTE = {
  externalId: '',
  number: '1',
  marker: '',
  customerExternalId: '',
  totalExclVat: null,
  totalInclVat: null,
};

async function open(options: SessionOptions = {}): Promise<Session<ExactOnlineBooks>> {
  const { session, close } = await openSession(connector, startSimulator, {
    ...options,
    simulator: { books: 'small', ...options.simulator },
  });
  onTestFinished(close);
  return session;
}

/** A PDF of an odd number of bytes, of every value. */
async function taskOf(session: Session<ExactOnlineBooks>, fileName = 'Werkbon 1042.pdf'): Promise<AttachTask> {
  const customers = await session.pull('customers');
  const customer = customers.present.get(session.books.customer('Café Zoë').id);
  if (customer === undefined) throw new Error('Café Zoë is not there');
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 7) % 256);
  const attachment = { kind: 'work-order', fileName, bytes, sha256: '' } as const;
  return { attachment, document: documentFor(customer, []), remote: REMOTE, sentAtMs: session.time.nowMs() };
}

const attaching = () => {
  if (connector.push.attaching === undefined) throw new Error('Exact Online takes PDFs after the invoice');
  return connector.push.attaching;
};
const put = async (session: Session<ExactOnlineBooks>, task: AttachTask) =>
  attaching().put(await session.context({}, undefined, 'push'), task);
const find = async (session: Session<ExactOnlineBooks>, task: AttachTask) =>
  valueOf(await attaching().find(await session.context({}, undefined, 'push'), task));

const filed = (session: Session<ExactOnlineBooks>) =>
  session.simulator.control.documents().map(({ customerName, description, reference }) => ({
    customerName,
    description,
    reference,
  }));

describe('a PDF', () => {
  it('becomes a document on the customer card with the file in it, byte for byte', async () => {
    const session = await open();
    const task = await taskOf(session);
    expect(await find(session, task)).toBe(false);
    valueOf(await put(session, task));
    expect(await find(session, task)).toBe(true);
    expect(filed(session)).toEqual([
      {
        customerName: 'Café Zoë',
        description: `${task.document.marker} Werkbon 1042`,
        reference: 'Werkbon 1042.pdf',
      },
    ]);
    const [stored] = session.books.attachments();
    expect(Buffer.from(stored?.values.Attachment ?? '', 'base64')).toEqual(Buffer.from(task.attachment.bytes));
  });

  it('is not put there twice', async () => {
    const session = await open();
    const task = await taskOf(session);
    valueOf(await put(session, task));
    valueOf(await put(session, task));
    expect(filed(session)).toHaveLength(1);
    expect(session.books.attachments()).toHaveLength(1);
  });

  it('of another kind is a document of its own', async () => {
    const session = await open();
    const task = await taskOf(session);
    valueOf(await put(session, task));
    const forms = { ...task, attachment: { ...task.attachment, fileName: 'Formulieren 1042.pdf' } };
    expect(await find(session, forms)).toBe(false);
    valueOf(await put(session, forms));
    expect(filed(session).map(({ reference }) => reference)).toEqual(['Werkbon 1042.pdf', 'Formulieren 1042.pdf']);
  });

  it.each<[string, Fault]>([
    ['the document was lost on its way back', { kind: 'reset-after-commit', match: DOCUMENTS }],
    ['the document was lost on its way there', { kind: 'reset-before', match: DOCUMENTS }],
    ['the document failed at the server', { kind: 'status', status: 500, match: DOCUMENTS }],
    ['the file was lost on its way back', { kind: 'reset-after-commit', match: ATTACHMENTS }],
    ['the file was lost on its way there', { kind: 'reset-before', match: ATTACHMENTS }],
    ['the answer about the file was damaged', { kind: 'truncated', match: ATTACHMENTS }],
  ])('is completed when %s', async (_what, fault) => {
    const session = await open();
    const task = await taskOf(session);
    session.simulator.control.fault(fault);
    expect(await put(session, task)).toMatchObject({ problem: { kind: 'outcome-unknown' } });
    if (!(await find(session, task))) valueOf(await put(session, task));
    expect(await find(session, task)).toBe(true);
    expect(filed(session)).toHaveLength(1);
    expect(session.books.attachments()).toHaveLength(1);
  });

  it('that arrived cut off takes the place of the damaged one', async () => {
    const session = await open();
    const task = await taskOf(session);
    const half = { ...task, attachment: { ...task.attachment, bytes: task.attachment.bytes.subarray(0, 500) } };
    valueOf(await put(session, half));
    expect(await find(session, task)).toBe(false);
    valueOf(await put(session, task));
    expect(session.books.attachments().map(({ values }) => values.FileSize)).toEqual(['100001']);
    expect(filed(session)).toHaveLength(1);
  });

  it.each<Record<string, string>>([
    { subjectFilter: '400' },
    { textCompare: 'ignore-case' },
    { updatedStatus: '200' },
    { createdStatus: '200' },
    { bareList: 'never' },
  ])('is found with %j', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const task = await taskOf(session);
    const half = { ...task, attachment: { ...task.attachment, bytes: task.attachment.bytes.subarray(0, 500) } };
    valueOf(await put(session, half));
    valueOf(await put(session, task));
    valueOf(await put(session, task));
    expect(await find(session, task)).toBe(true);
    expect(session.books.attachments()).toHaveLength(1);
  });

  it('asks for a search that Exact Online refuses once, because refusals are counted', async () => {
    const session = await open({ simulator: { quirks: { subjectFilter: '400' } } });
    const task = await taskOf(session);
    for (let pdf = 1; pdf <= 4; pdf += 1) {
      const one = { ...task, attachment: { ...task.attachment, fileName: `Werkbon ${pdf}.pdf` } };
      valueOf(await put(session, one));
      expect(await find(session, one)).toBe(true);
    }
    expect(session.simulator.control.requests().filter(({ status }) => status === 400)).toHaveLength(1);
    expect(session.books.attachments()).toHaveLength(4);
  });

  it('that is larger than the site takes is refused in words', async () => {
    const session = await open({ simulator: { quirks: { attachmentMegabytes: '0' } } });
    expect(await put(session, await taskOf(session))).toMatchObject({
      problem: { kind: 'rejected', code: 'exact-online.text-too-long' },
    });
  });

  it('for a customer that is gone is refused, not tried for ever', async () => {
    const session = await open();
    const task = await taskOf(session);
    session.books.deleteCustomer('Café Zoë');
    expect(await put(session, task)).toMatchObject({
      problem: { kind: 'rejected', code: 'exact-online.customer-gone' },
    });
  });

  it('without the right to documents names the right', async () => {
    const session = await open();
    const task = await taskOf(session);
    session.books.withdrawRights('Organization documents');
    const refused = await put(session, task);
    expect(refused).toMatchObject({ problem: { kind: 'not-allowed' } });
    if (!refused.ok) expect(refused.problem.text?.message.nl).toContain('Documenten');
  });
});
