import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { navigate } from '../../../renderer/shell/use-route';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const goTo = (...place: Parameters<typeof navigate>) =>
  act(() => {
    navigate(...place);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    return Promise.resolve();
  });
const type = (field: HTMLElement, value: string) =>
  act(() => Promise.resolve(fireEvent.change(field, { target: { value } })));
const work = () => screen.findByLabelText<HTMLTextAreaElement>('Werkzaamheden');
const RESTORED = 'U gaat verder met wat u eerder invulde en nog niet had opgeslagen.';

describe('a work order that was left without saving', () => {
  test('still holds what was typed, says so, and can be put back', async () => {
    await showApp('#/work-orders/1');
    const before = (await work()).value;
    await type(await work(), 'Lekkage in de kelder');

    await goTo('customers');
    await goTo('work-orders', 1);

    expect((await work()).value).toBe('Lekkage in de kelder');
    expect(screen.getByText(RESTORED)).toBeTruthy();
    await act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name: 'Wijzigingen weggooien' }))));
    expect((await work()).value).toBe(before);
    expect(screen.queryByText(RESTORED)).toBeNull();
  });

  test('a new one is still there too', async () => {
    await showApp('#/work-orders/new');
    await type(await work(), 'Offerte opnemen');
    await goTo('overview');
    await goTo('work-orders', 'new');
    expect((await work()).value).toBe('Offerte opnemen');
  });

  test('an untouched one starts afresh', async () => {
    await showApp('#/work-orders/new');
    await work();
    await goTo('overview');
    await goTo('work-orders', 'new');
    await work();
    expect(screen.queryByText(RESTORED)).toBeNull();
  });
});
