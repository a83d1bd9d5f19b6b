import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { PdfsAlong } from '../../../renderer/views/document/PdfsAlong';
import { PdfsOfEntry } from '../../../renderer/views/queue/PdfsOfEntry';
import { startI18n } from '../../../renderer/i18n/i18n';
import { loginPackage } from '../fake/login-package';
import type { FakeApp } from '../fake/fake-app';
import { installFakeApp, pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(() => Promise.resolve(fireEvent.click(button)));
};

describe('the PDFs of a booked document', () => {
  test('show which is there and which is not, why, and can be sent again', async () => {
    const fake = await showApp('#/queue/2');
    expect(await screen.findByText('PDF’s: 1 van 2 verzonden')).toBeTruthy();
    const unsent = screen.getByText('Formulieren 2606.pdf').closest('li');
    if (unsent === null) throw new Error('No row of the forms');
    expect(within(unsent).getByText('Niet verzonden')).toBeTruthy();
    expect(within(unsent).getByText(/neemt hoogstens 10\.0 MB aan/)).toBeTruthy();

    await press('PDF’s opnieuw verzenden');
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
    expect(screen.queryByRole('button', { name: 'PDF’s opnieuw verzenden' })).toBeNull();
  });

  test('are counted on the overview, which leads to their documents', async () => {
    await showApp('#/overview');
    const figure = await screen.findByRole('link', { name: /PDF’s niet verzonden/ });
    expect(figure.getAttribute('href')).toBe('#/queue/pdfs');
  });

  test('have a box in the queue with only the documents that miss one', async () => {
    const fake = await showApp('#/queue/pdfs');
    expect(await screen.findByRole('tab', { name: /PDF’s niet verzonden/, selected: true })).toBeTruthy();
    expect(fake.calls.some(({ name, input }) => name === 'queue.list' && isHeld(input))).toBe(true);
  });
});

const isHeld = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'pdfs' in input && input.pdfs === 'held';

describe('the PDFs of a work order', () => {
  test('are kept as they are seen; the forms once it is reported ready', async () => {
    const fake = await showApp('#/work-orders/1');
    await press('PDF’s');
    fireEvent.click(await screen.findByRole('radio', { name: 'Eigen formulieren' }));
    await waitFor(() => expect(asked(fake)).toMatchObject({ id: 1, kind: 'custom-forms', choices: null }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Bewaren…' })).toHaveProperty('disabled', false));
    await press('Bewaren…');
    expect(await screen.findByText(/Bewaard als \/home\/office\/Formulieren 2601\.pdf/)).toBeTruthy();
  });

  test('are made with other choices for once, and never change those of the company', async () => {
    const fake = await showApp('#/work-orders/1');
    await press('PDF’s');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Met prijzen' }));
    await waitFor(() => expect(asked(fake)).toMatchObject({ choices: { language: 'nl', prices: true, notes: false } }));
    expect(fake.calls.some(({ name }) => name === 'companySettings.save')).toBe(false);
  });

  test('of one that is planned have no forms yet', async () => {
    await showApp('#/work-orders/2');
    await press('PDF’s');
    expect(await screen.findByText(/zodra de werkbon gereed is gemeld/)).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Eigen formulieren' })).toBeNull();
  });
});

test('a PDF of the queue is shown as it was sent, and nothing about it can be chosen', async () => {
  const fake = await showApp('#/queue/2');
  await press('Werkbon 2606.pdf bekijken');
  expect(await screen.findByText(/Zo is deze PDF gemaakt om te verzenden/)).toBeTruthy();
  expect(asked(fake)).toEqual({ of: 'queue', id: 2, fileName: 'Werkbon 2606.pdf' });
  expect(screen.queryByRole('checkbox', { name: 'Met prijzen' })).toBeNull();
});

/** The paper that was asked for last. */
const asked = ({ calls }: FakeApp) => calls.filter(({ name }) => name === 'papers.make').at(-1)?.input;

test('a preview says which PDFs go along and where they will be found', async () => {
  installFakeApp({ link: 'login' });
  await startI18n('nl');
  render(<PdfsAlong names={['Werkbon 2602.pdf']} packageId={loginPackage.id} />);
  expect(await screen.findByText('Werkbon 2602.pdf')).toBeTruthy();
  expect(screen.getByText(/^Te vinden bij: /)).toBeTruthy();
});
