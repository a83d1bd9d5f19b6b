import { expect, it } from 'vitest';

it('really runs on the clock of another place', () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  expect(timeZone).toBe(process.env.TZ === 'Asia/Kolkata' ? 'Asia/Calcutta' : process.env.TZ);
  const offsets: Readonly<Record<string, number>> = {
    'America/New_York': 300,
    'Pacific/Kiritimati': -840,
    'Asia/Calcutta': -330,
  };
  expect(new Date(Date.UTC(2026, 10, 22)).getTimezoneOffset()).toBe(offsets[timeZone]);
});
