import { describe, expect, it } from 'vitest';
import { answer, type Handlers } from '../../../main/ipc/answer';
import { calls, type Channel } from '../../../preload/contract/calls';
import { MemoryLogger } from '../../fakes/memory-logger';

/** Handlers that tell what they were given. */
function handlersThat(handle: (channel: Channel, input: unknown) => unknown): Handlers {
  const entries = (Object.keys(calls) as Channel[]).map((channel): readonly [Channel, unknown] => [
    channel,
    (input: unknown) => Promise.resolve(handle(channel, input)),
  ]);
  return Object.fromEntries(entries) as unknown as Handlers;
}
const echo = handlersThat((channel, input) => ({ channel, input }));

describe('a call of the screens', () => {
  it('reaches its handler with the parsed input', async () => {
    const reply = await answer(
      echo,
      'customers:list',
      { offset: 0, limit: 50, unknown: 'left out' },
      new MemoryLogger(),
    );
    expect(reply).toEqual({
      ok: true,
      value: { channel: 'customers:list', input: { search: '', offset: 0, limit: 50 } },
    });
  });

  it.each<[Channel, unknown]>([
    ['customers:list', { offset: 0, limit: 1_000_000 }],
    ['customers:get', 'DROP TABLE'],
    ['customers:get', undefined],
    ['work-orders:archive', []],
    ['app:save-settings', { language: 'fr' }],
    ['integrations:link', { package: '../../etc', credentials: {} }],
    ['app:state', { surprise: true }],
  ])('%s with %j never gets there', async (channel, input) => {
    const logger = new MemoryLogger();
    const reached: Channel[] = [];
    const reply = await answer(
      handlersThat((name) => reached.push(name)),
      channel,
      input,
      logger,
    );
    expect(reply).toEqual({ ok: false, bug: { id: 'bug-1' } });
    expect(reached).toEqual([]);
    expect(logger.bugs).toHaveLength(1);
  });

  it('that breaks tells the screens an id and nothing of the cause', async () => {
    const logger = new MemoryLogger();
    const secret = new Error('token=abc');
    const broken = handlersThat(() => {
      throw secret;
    });
    const reply = await answer(broken, 'overview:get', undefined, logger);
    expect(reply).toEqual({ ok: false, bug: { id: 'bug-1' } });
    expect(logger.bugs).toEqual([secret]);
  });
});
