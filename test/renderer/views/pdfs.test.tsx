import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { PdfsAlong } from '../../../renderer/views/document/PdfsAlong';
import { PdfsOfEntry } from '../../../renderer/views/queue/PdfsOfEntry';
import { startI18n } from '../../../renderer/i18n/i18n';
import { loginPackage } from '../fake/login-package';
import { installFakeApp, pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(() => Promise.resolve(fireEvent.click(button)));
};

describe('the PDFs of a booked document', () => {
  test('show which is there and which is not, why, and can be sent again', async () => {
    const fake = await showApp('#/queue/2');
    expect(await screen.findByText("PDF's: 1 van 2 verzonden")).toBeTruthy();
    const unsent = screen.getByText('Formulieren 2606.pdf').closest('li');
    if (unsent === null) throw new Error('No row of the forms');
    expect(within(unsent).getByText('Niet verzonden')).toBeTruthy();
    expect(within(unsent).getByText(/neemt hoogstens 10\.0 MB aan/)).toBeTruthy();

    await press("PDF's opnieuw verzenden");
    expect(fake.calls).toContainEqual({ name: 'queue.retryPdfs', input: [2] });
    expect(await screen.findByText('1 PDF wordt opnieuw verzonden.')).toBeTruthy();
  });

  test('that went along and are not there can only be added by hand', async () => {
    const { bridge } = installFakeApp();
    await startI18n('nl');
    const reply = await bridge.queue.get(2);
    if (!reply.ok || reply.value === null) throw new Error('No entry');
    const entry = reply.value;
    const problem = { kind: 'blocked', code: 'pdf-not-kept', params: { file: 'Formulieren 2606.pdf' } } as const;
    const pdfs = entry.pdfs.map((pdf) => (pdf.state === 'held' ? { ...pdf, problem } : pdf));
    render(<PdfsOfEntry entry={{ ...entry, pdfs }} />);
    expect(await screen.findByText(/nam het boekstuk aan zonder Formulieren 2606\.pdf/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: "PDF's opnieuw verzenden" })).toBeNull();
  });

  test('are counted on the overview, which leads to their documents', async () => {
    await showApp('#/overview');
    const figure = await screen.findByRole('link', { name: /PDF's niet verzonden/ });
    expect(figure.getAttribute('href')).toBe('#/queue/pdfs');
  });

  test('have a box in the queue with only the documents that miss one', async () => {
    const fake = await showApp('#/queue/pdfs');
    expect(await screen.findByRole('tab', { name: /PDF's niet verzonden/, selected: true })).toBeTruthy();
    expect(fake.calls.some(({ name, input }) => name === 'queue.list' && isHeld(input))).toBe(true);
  });
});

const isHeld = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'pdfs' in input && input.pdfs === 'held';

describe('the PDFs of a work order', () => {
  test('are kept where the office says; the forms once it is reported ready', async () => {
    const fake = await showApp('#/work-orders/1');
    await press("PDF's");
    await press('Eigen formulieren bewaren…');
    expect(fake.calls).toContainEqual({ name: 'workOrders.pdf', input: { id: 1, kind: 'custom-forms' } });
    expect(await screen.findByText(/Bewaard als \/home\/office\/custom-forms 2601\.pdf/)).toBeTruthy();
  });

  test('of one that is planned have no forms yet', async () => {
    await showApp('#/work-orders/2');
    await press("PDF's");
    expect(await screen.findByRole('button', { name: 'Werkbon bewaren…' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Eigen formulieren bewaren…' })).toBeNull();
    expect(screen.getByText(/zodra de werkbon gereed is gemeld/)).toBeTruthy();
  });
});

test('a preview says which PDFs go along and where they will be found', async () => {
  installFakeApp({ link: 'login' });
  await startI18n('nl');
  render(<PdfsAlong names={['Werkbon 2602.pdf']} packageId={loginPackage.id} />);
  expect(await screen.findByText('Werkbon 2602.pdf')).toBeTruthy();
  expect(screen.getByText(/^Te vinden bij: /)).toBeTruthy();
});
