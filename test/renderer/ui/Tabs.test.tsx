import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Tabs } from '../../../renderer/ui/Tabs';

const NAMES = ['waiting', 'blocked', 'booked'] as const;

function Boxes() {
  const [selected, select] = useState<(typeof NAMES)[number]>('blocked');
  const items = NAMES.map((id) => ({ id, label: id }));
  return (
    <Tabs label="Boxes" items={items} selected={selected} onSelect={select}>
      <p>What is {selected}</p>
    </Tabs>
  );
}

test('whichever tab is chosen names the panel that shows, and that panel its tab', () => {
  render(<Boxes />);
  for (const name of [...NAMES, ...NAMES]) {
    fireEvent.click(screen.getByRole('tab', { name }));
    const tab = screen.getByRole('tab', { selected: true });
    const panel = screen.getByRole('tabpanel');
    expect(tab.textContent).toBe(name);
    expect(panel.textContent).toBe(`What is ${name}`);
    expect(tab.getAttribute('aria-controls')).toBe(panel.id);
    expect(panel.getAttribute('aria-labelledby')).toBe(tab.id);
  }
});
