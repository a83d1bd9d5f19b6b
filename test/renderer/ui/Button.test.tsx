import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Button } from '../../../renderer/ui/Button';
import { IconButton } from '../../../renderer/ui/IconButton';
import { SuccessIcon } from '../../../renderer/ui/icons';

afterEach(cleanup);

/** Saves what there is to save, once. */
function Saving() {
  const [isBusy, setIsBusy] = useState(false);
  const [saved, setSaved] = useState(0);
  const save = () => {
    setIsBusy(true);
    queueMicrotask(() => {
      setIsBusy(false);
      setSaved((count) => count + 1);
    });
  };
  return (
    <>
      <Button isBusy={isBusy} isDisabled={saved > 0} onPress={save}>
        Opslaan
      </Button>
      <IconButton icon={SuccessIcon} label="Vink" isDisabled={saved > 0} onPress={save} />
      <output>{saved}</output>
    </>
  );
}

const pressWithKeyboard = (element: HTMLElement) =>
  act(async () => {
    element.focus();
    fireEvent.keyDown(element, { key: 'Enter' });
    fireEvent.keyUp(element, { key: 'Enter' });
    await Promise.resolve();
  });

test.each(['Opslaan', 'Vink'])('%s, disabled by what it did, keeps the focus until that leaves it', async (name) => {
  render(<Saving />);
  const button = screen.getByRole<HTMLButtonElement>('button', { name });
  await pressWithKeyboard(button);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1'));
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');

  await pressWithKeyboard(button);
  expect(screen.getByRole('status').textContent, 'a second press does nothing').toBe('1');

  act(() => button.blur());
  expect(button.disabled).toBe(true);
});
