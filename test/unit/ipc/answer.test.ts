import { describe, expect, it } from 'vitest';
import { StorageError } from '../../../main/db/storage-error';
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
/** A call of the page of the company Jansen. */
const ask = (handlers: Partial<Handlers> | null, channel: Channel, input: unknown, logger = new MemoryLogger()) =>
  answer((id) => (id === 'jansen' ? handlers : null), { channel, input, companyId: 'jansen' }, logger);

describe('a call of the screens', () => {
  it('reaches its handler with the parsed input', async () => {
    const reply = await ask(echo, 'customers:list', { offset: 0, limit: 50, unknown: 'left out' });
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
    const reply = await ask(
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
    const reply = await ask(broken, 'overview:get', undefined, logger);
    expect(reply).toEqual({ ok: false, bug: { id: 'bug-1' } });
    expect(logger.bugs).toEqual([secret]);
  });

  it('that the disk refuses is told in words, and is no bug', async () => {
    const logger = new MemoryLogger();
    const refused = handlersThat(() => {
      throw new StorageError('damaged', 'database disk image is malformed');
    });
    const reply = await ask(refused, 'customers:get', 1, logger);
    expect(reply).toMatchObject({ ok: false, refusal: { kind: 'storage', code: 'storage-damaged' } });
    expect(logger.bugs).toEqual([]);
  });
});

describe('the company of a page', () => {
  const tells = (name: string) => handlersThat(() => name);
  const companies = new Map([
    ['jansen', tells('Jansen')],
    ['pietersen', tells('Pietersen')],
  ]);
  const handlersOf = (id: string) => companies.get(id) ?? null;

  it('is the one that acts, whichever company shows by then', async () => {
    const call = { channel: 'overview:get', input: undefined } as const;
    const replies = ['jansen', 'pietersen'].map((companyId) =>
      answer(handlersOf, { ...call, companyId }, new MemoryLogger()),
    );
    expect(await Promise.all(replies)).toEqual([
      { ok: true, value: 'Jansen' },
      { ok: true, value: 'Pietersen' },
    ]);
  });

  it.each(['de-vries', '', undefined, 7, '__proto__'])('that is %j gets no answer', async (companyId) => {
    const logger = new MemoryLogger();
    const reply = await answer(handlersOf, { channel: 'overview:get', input: undefined, companyId }, logger);
    expect(reply).toEqual({ ok: false, bug: { id: 'bug-1' } });
  });

  it('that cannot be opened still answers for the app itself', async () => {
    const { 'app:state': state } = handlersThat(() => 'state');
    expect(await ask({ 'app:state': state }, 'app:state', undefined)).toEqual({ ok: true, value: 'state' });
    expect(await ask({ 'app:state': state }, 'customers:get', 1)).toMatchObject({ ok: false });
  });
});
