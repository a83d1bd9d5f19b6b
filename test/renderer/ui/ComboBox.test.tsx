import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { ComboBox, type ComboBoxOption } from '../../../renderer/ui/ComboBox';
import { pretendLayout } from '../fake/show-app';

beforeAll(pretendLayout);

test('keys that come before the answer choose from what was typed, not from what stood there', async () => {
  const answers = new Map<string, (options: readonly ComboBoxOption[]) => void>();
  const onChange = vi.fn();
  const search = (text: string) => new Promise<readonly ComboBoxOption[]>((resolve) => answers.set(text, resolve));
  const answer = async (text: string, ...labels: string[]) => {
    await waitFor(() => expect(answers.has(text)).toBe(true));
    await act(() => Promise.resolve(answers.get(text)?.(labels.map((label) => ({ id: label, label })))));
  };
  render(<ComboBox label="Artikel" value={null} onChange={onChange} search={search} />);
  const box = screen.getByRole('combobox', { name: 'Artikel' });
  const type = (value: string) => act(() => Promise.resolve(fireEvent.change(box, { target: { value } })));
  const press = (key: string) => act(() => Promise.resolve(fireEvent.keyDown(box, { key })));

  act(() => box.focus());
  await type('kop');
  await answer('kop', 'Koppeling 10', 'Koppeling 15');
  await type('koppeling 22');
  await press('ArrowDown');
  await press('Enter');
  expect(onChange).not.toHaveBeenCalled();
  await answer('koppeling 22', 'Koppeling 22', 'Koppeling 22 verchroomd');
  await waitFor(() => expect(onChange).toHaveBeenCalledWith({ id: 'Koppeling 22', label: 'Koppeling 22' }));
  expect(onChange).toHaveBeenCalledTimes(1);
});
