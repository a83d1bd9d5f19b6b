import { expect, it } from 'vitest';
import { createOneAtATime } from '../../../main/company/one-at-a-time';

it('starts a job only when the one before it has ended, well or badly', async () => {
  const order: string[] = [];
  const run = createOneAtATime();
  let endFirst = (): void => undefined;
  const first = run(async () => {
    order.push('first starts');
    await new Promise<void>((resolve) => (endFirst = resolve));
    order.push('first ends');
    throw new Error('badly');
  });
  const second = run(() => {
    order.push('second starts');
    return Promise.resolve('done');
  });
  await Promise.resolve();
  endFirst();

  await expect(first).rejects.toThrow('badly');
  await expect(second).resolves.toBe('done');
  expect(order).toEqual(['first starts', 'first ends', 'second starts']);
});
