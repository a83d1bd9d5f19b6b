import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../../connectors/_kit/problem';
import type { RemoteStore } from '../../../main/db/store';
import { StorageError } from '../../../main/db/storage-error';
import { HOUR_MS, linkedCompany, MINUTE_MS, type WrapStore } from './engine-harness';

/** The documents in the package, as its bookkeeper sees them. */
const markersOf = (company: ReturnType<typeof linkedCompany>): readonly string[] =>
  company.books.documents.map((one) => one.marker);

describe('an archived work order', () => {
  it('becomes one document, with its number in the queue and the log', async () => {
    const company = linkedCompany();
    const id = await company.archive();
    await company.deliverNow();

    expect(company.books.sent).toMatchObject([{ lines: ['2 x UUR'], remote: { totalExclVat: '120.00' } }]);
    expect(company.detail(id)).toMatchObject({ state: 'booked', documentNumber: '2026-1', problem: null });
    expect(company.detail(id).steps.map((one) => one.step)).toEqual(['frozen', 'sending', 'booked']);
    expect(company.messages()).toEqual(['Geboekt in Pakket als order 2026-1.']);
    expect(company.log()[0]).toMatchObject({ level: 'approval', table: 'workOrder', record: '1001 Jansen' });
  });

  it('says that it is being sent on the disk before the package hears of it', async () => {
    const company = linkedCompany();
    const id = await company.archive();
    const seen: string[] = [];
    company.books.onBoundary = (name) => seen.push(`${name}: ${company.entry(id).state}`);
    await company.deliverNow();
    expect(seen).toEqual(['before create: sending', 'after create: sending']);
  });

  it('is not sent before the key was shown to lead to the linked administration', async () => {
    const company = linkedCompany();
    const id = await company.archive();
    company.books.administration = { id: 'adm-7', name: 'Pietersen BV', facts: null };
    await company.deliverNow();

    expect(company.books.sent).toEqual([]);
    expect(company.entry(id).state).toBe('waiting');
    expect(company.engine.linkProblem()).toMatchObject({ code: 'administration-changed' });
    expect(company.messages()).toEqual([
      'De koppeling met Pakket staat stil. De koppeling komt uit bij een andere administratie: Pietersen BV in plaats van Jansen Installaties. Er is niets opgehaald of verzonden.',
    ]);
  });
});

describe('an unknown outcome', () => {
  const UNKNOWN: readonly ProblemKind[] = ['outcome-unknown', 'maintenance', 'bad-response', 'cancelled'];

  it.each(UNKNOWN)('of kind %s is looked up at once and what is found is adopted', async (kind) => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-answer', kind });
    const id = await company.archive();
    await company.deliverNow();

    expect(company.detail(id)).toMatchObject({ state: 'booked', documentNumber: '2026-1' });
    expect(company.books.sent).toHaveLength(1);
    expect(company.messages()).toEqual(['Staat in Pakket als order 2026-1. Nagekeken en niet nog eens verzonden.']);
  });

  it.each(UNKNOWN)('of kind %s is sent again only after the quiet period and two look-ups', async (kind) => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind });
    const id = await company.archive();
    company.engine.startSchedule();
    company.engine.nudge();

    await company.time.advance(150_000 + 59_000);
    expect(company.books.sent).toHaveLength(1);
    expect(company.entry(id).state).toBe('unsure');
    await company.time.advance(5 * MINUTE_MS);
    expect(company.detail(id).state).toBe('booked');
    expect(company.books.calls.filter((call) => /^(create|find)/.test(call))).toEqual([
      expect.stringMatching(/^create/),
      expect.stringMatching(/^find/),
      expect.stringMatching(/^find/),
      expect.stringMatching(/^find/),
      expect.stringMatching(/^create/),
    ]);
    expect(company.messages()).toContain('Nagekeken: staat zeker niet in Pakket. De werkbon wordt opnieuw verzonden.');
  });

  it('is adopted when the request arrives late, within the quiet period', async () => {
    for (const afterMs of [1_000, 149_000]) {
      const company = linkedCompany();
      company.books.createSteps.push({ does: 'arrive-late', afterMs });
      const id = await company.archive();
      await company.settle();
      expect(company.entry(id).state).toBe('booked');
      expect(markersOf(company)).toHaveLength(1);
    }
  });

  it('is adopted when the request arrives between the two look-ups that would prove absence', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'arrive-late', afterMs: 150_000 + 30_000 });
    await company.archive();
    await company.settle();
    expect(markersOf(company)).toHaveLength(1);
  });

  it('waits as long when the clock of the computer is set forward', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'arrive-late', afterMs: 140_000 });
    await company.archive();
    await company.deliverNow();
    company.time.setWallClock(company.time.nowMs() + 48 * HOUR_MS);
    for (const afterMs of [5_000, 61_000, 61_000]) {
      await company.time.advance(afterMs);
      await company.deliverNow();
    }
    await company.settle();
    expect(markersOf(company)).toHaveLength(1);
    expect(company.books.sent).toHaveLength(1);
  });

  it('does not make everything wait when the clock of the computer is set back', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind: 'offline' });
    const id = await company.archive();
    await company.deliverNow();
    company.time.setWallClock(company.time.nowMs() - 48 * HOUR_MS);
    await company.time.advance(MINUTE_MS);
    await company.deliverNow();
    expect(company.entry(id).state).toBe('booked');
  });

  it('waits again from the start after the computer slept: its buffers may be sent only now', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'arrive-late', afterMs: 145_000 + 140_000 });
    await company.archive();
    company.engine.startSchedule();
    company.engine.nudge();
    await company.time.advance(145_000);
    company.engine.wake();
    await company.time.advance(10 * MINUTE_MS);
    expect(markersOf(company)).toHaveLength(1);
    expect(company.books.sent).toHaveLength(1);
  });

  it('stays unsure while the package cannot be asked', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-answer', kind: 'outcome-unknown' });
    company.books.findSteps.push('maintenance', 'bad-response', 'offline', 'rejected');
    const id = await company.archive();
    company.engine.startSchedule();
    await company.deliverNow();
    expect(company.entry(id)).toMatchObject({ state: 'unsure', held: false });
    expect(company.messages()).toEqual([
      expect.stringContaining('Het is niet zeker of de werkbon in Pakket is aangekomen.'),
    ]);

    await company.time.advance(2 * HOUR_MS);
    expect(company.entry(id).state).toBe('booked');
    expect(company.books.sent).toHaveLength(1);
  });

  it('is a question for the office when the document stands there twice', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-answer', kind: 'outcome-unknown' });
    const id = await company.archive();
    const marker = company.entry(id).frozen?.marker ?? '';
    company.books.keep({ marker, customerExternalId: '1', totalExclVat: null, totalInclVat: null });
    await company.settle();

    expect(company.entry(id)).toMatchObject({ state: 'unsure', held: true, problem: { code: 'found-twice' } });
    expect(company.log().at(-1)).toMatchObject({
      level: 'error',
      message: { nl: 'Uw antwoord is nodig. Deze werkbon staat 2 keer in het boekhoudpakket: 2026-1, 2026-2.' },
      action: { nl: expect.stringContaining('Archiefwachtrij') as string },
    });
    expect(company.books.sent).toHaveLength(1);
  });

  it('is a question for the office when the document stands with another customer', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind: 'outcome-unknown' });
    const id = await company.archive();
    const marker = company.entry(id).frozen?.marker ?? '';
    company.books.keep({ marker, customerExternalId: '2', totalExclVat: null, totalInclVat: null });
    await company.settle();
    expect(company.entry(id)).toMatchObject({ held: true, problem: { code: 'found-other-customer' } });
  });

  it('is a question for the office when the package cannot be searched reliably', async () => {
    const company = linkedCompany({ reliable: false, quietMs: 1_000, repeatMs: 1_000 });
    company.books.createSteps.push({ does: 'lose-request', kind: 'outcome-unknown' });
    const id = await company.archive();
    const { open } = await company.settle();

    expect(open).toBe(1);
    expect(company.entry(id)).toMatchObject({ held: true, problem: { code: 'look-up-unreliable' } });
    expect(company.books.sent).toHaveLength(1);
  });

  it('also follows a bug of a connector, which never shows as an error of the package', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'throw' });
    const id = await company.archive();
    await company.settle();
    expect(company.entry(id).state).toBe('booked');
    expect(company.books.sent).toHaveLength(1);
    expect(company.logger.bugs).toHaveLength(1);
  });
});

describe('a document that the package refuses', () => {
  it('is tried in its next variant, and no variant twice', async () => {
    const company = linkedCompany();
    company.books.variants = 3;
    company.books.createSteps.push({ does: 'lose-request', kind: 'rejected' });
    const id = await company.archive();
    await company.deliverNow();
    expect(company.books.sent).toMatchObject([{ variant: 0 }, { variant: 1 }]);
    expect(company.entry(id).state).toBe('booked');
  });

  it('is not followed by another variant after an unknown outcome', async () => {
    const company = linkedCompany();
    company.books.variants = 2;
    company.books.createSteps.push({ does: 'lose-request', kind: 'outcome-unknown' });
    await company.archive();
    await company.settle();
    expect(company.books.sent).toMatchObject([{ variant: 0 }, { variant: 0 }]);
  });

  it('is blocked with the reason and the action, does not hold up the others, and goes when the office retries', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind: 'rejected' });
    const first = await company.archive();
    const second = await company.archive({ customerId: 2 });
    await company.settle();

    expect(company.entry(first)).toMatchObject({ state: 'blocked', problem: { code: 'create-rejected' } });
    expect(company.entry(second).state).toBe('booked');
    expect(company.log()[0]).toMatchObject({
      level: 'error',
      record: '1001 Jansen',
      message: { nl: expect.stringContaining('Niet verzonden naar Pakket.') as string },
    });

    company.store.queue.retry([first], company.time.nowMs());
    await company.settle();
    expect(company.entry(first).state).toBe('booked');
    expect(markersOf(company)).toHaveLength(2);
  });
});

describe('a package that cannot be used for a while', () => {
  it('leaves everything waiting when it is offline, and gets everything once when it is back', async () => {
    const company = linkedCompany();
    for (let call = 0; call < 4; call += 1) company.books.createSteps.push({ does: 'lose-request', kind: 'offline' });
    const ids = [await company.archive(), await company.archive(), await company.archive()];
    company.engine.startSchedule();
    company.engine.nudge();
    await company.time.advance(1_000);
    expect(ids.map((id) => company.entry(id).state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(company.books.sent).toHaveLength(1);

    await company.time.advance(HOUR_MS);
    expect(ids.map((id) => company.entry(id).state)).toEqual(['booked', 'booked', 'booked']);
    expect(markersOf(company)).toHaveLength(3);
    expect(company.books.calls.filter((call) => call.startsWith('find'))).toEqual([]);
  });

  it.each(['offline', 'rate-limited', 'needs-login', 'not-allowed'] as const)(
    'leaves what was surely not sent waiting after %s, by a clock that gives fractions of a millisecond',
    async (kind) => {
      const company = linkedCompany();
      company.time.perReadingMs = 0.001;
      company.books.createSteps.push({ does: 'lose-request', kind });
      const id = await company.archive();
      await company.deliverNow();

      expect(company.detail(id)).toMatchObject({ state: 'waiting', problem: { kind } });
      expect(company.detail(id).steps.map((one) => one.step)).toEqual(['frozen', 'sending', 'not-sent']);
      expect(company.entry(id).nextAttemptAtMs).toBeGreaterThan(company.time.nowMs());
    },
  );

  it('is not called within the pause that it asks for', async () => {
    const company = linkedCompany();
    const pauseMs = 10 * MINUTE_MS;
    company.books.createSteps.push({ does: 'lose-request', kind: 'rate-limited', retryAfterMs: pauseMs });
    const id = await company.archive();
    company.engine.startSchedule();
    await company.deliverNow();
    const callsThen = company.books.sent.length;
    expect((await company.engine.status()).pausedUntilMs).toBeGreaterThanOrEqual(company.time.nowMs() + pauseMs);

    await company.time.advance(pauseMs - 1_000);
    expect(company.books.sent).toHaveLength(callsThen);
    await company.time.advance(MINUTE_MS);
    expect(company.entry(id).state).toBe('booked');
  });

  it('stands still with one message when the key is refused, and goes on after the office linked again', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind: 'needs-login' });
    const ids = [await company.archive(), await company.archive()];
    company.engine.startSchedule();
    company.books.checkSteps.push('answer', ...Array<'needs-login'>(20).fill('needs-login'));
    await company.deliverNow();
    await company.time.advance(30 * MINUTE_MS);

    expect(company.engine.linkProblem()).toMatchObject({ kind: 'needs-login' });
    expect((await company.engine.status()).connection).toBe('needs-login');
    expect(ids.map((id) => company.entry(id).state)).toEqual(['waiting', 'waiting']);
    expect(company.messages().filter((one) => one.includes('staat stil'))).toHaveLength(1);
    expect(company.books.sent).toHaveLength(1);

    company.books.checkSteps.length = 0;
    await company.finish(company.engine.run({ resources: [], cleanUp: false }, 'manual'));
    expect(ids.map((id) => company.entry(id).state)).toEqual(['booked', 'booked']);
    expect(company.messages()).toContain('De koppeling met Pakket werkt weer.');
    expect(company.engine.linkProblem()).toBeNull();
  });

  it('is not waited for by a command when only the office can get it going: a right that lacks', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind: 'not-allowed' });
    const id = await company.archive();
    const waits: number[] = [];
    const noted = (untilMs: number): void => void waits.push(untilMs);
    const left = await company.finish(company.engine.settle(HOUR_MS, noted, { waitsForOffice: false }));
    expect([left, waits]).toEqual([{ open: 1 }, []]);
    expect(company.entry(id)).toMatchObject({ state: 'waiting', problem: { kind: 'not-allowed' } });
    expect(await company.settle()).toEqual({ open: 0 });
  });

  it('lets the others go first when it lacks a right for one document', async () => {
    const company = linkedCompany();
    const first = await company.archive();
    company.books.createSteps.push({ does: 'lose-request', kind: 'not-allowed' });
    company.engine.startSchedule();
    await company.deliverNow();
    expect(company.entry(first)).toMatchObject({ state: 'waiting', problem: { kind: 'not-allowed' } });
    expect(company.messages()).toEqual([expect.stringContaining('Er gaan geen werkbonnen naar Pakket.')]);

    const second = await company.archive();
    company.books.createSteps.push({ does: 'answer' }, { does: 'lose-request', kind: 'not-allowed' });
    await company.time.advance(20 * MINUTE_MS);
    expect(company.entry(second).state).toBe('booked');
    expect(company.entry(first).state).toBe('waiting');
  });

  it('never keeps the others waiting for one document on which it always fails', async () => {
    const company = linkedCompany();
    const poison = await company.archive();
    const poisonMarker = company.entry(poison).frozen?.marker;
    const others = [await company.archive(), await company.archive(), await company.archive()];
    company.books.failOn = (marker) => (marker === poisonMarker ? 'outcome-unknown' : null);
    company.engine.startSchedule();
    company.engine.nudge();
    await company.time.advance(2 * HOUR_MS);

    expect(others.map((id) => company.entry(id).state)).toEqual(['booked', 'booked', 'booked']);
    expect(['unsure', 'waiting']).toContain(company.entry(poison).state);
    // Later and later, not every few minutes.
    expect(company.entry(poison).attempts).toBeLessThan(12);
    expect(company.messages().filter((one) => one.includes('Wacht al langer dan een uur'))).toHaveLength(1);
  });
});

describe('a work order that cannot become a document', () => {
  it('is skipped by the filter word, and blocked with every reason when something lacks', async () => {
    const company = linkedCompany();
    company.settings = { workArticle: 'WEG', exclusionWord: 'garantie' };
    const skipped = await company.archive({ description: 'Garantie' });
    const blocked = await company.archive({ customerId: null });
    await company.settle();

    expect(company.entry(skipped)).toMatchObject({ state: 'skipped', problem: { code: 'filter-word' } });
    expect(company.entry(blocked)).toMatchObject({ state: 'blocked', problem: { code: 'several-problems' } });
    expect(company.books.sent).toEqual([]);
  });

  it('is made when it is sent, when it was archived without an active integration', async () => {
    const company = linkedCompany();
    const made = await company.archive();
    company.store.queue.freeze(made, { state: 'waiting', frozen: null }, company.time.nowMs());
    company.settings = { workArticle: 'UUR', standardArticle: 'UUR' };
    await company.settle();
    expect(company.books.sent).toMatchObject([{ lines: ['2 x UUR', '1 x UUR'] }]);
    expect(company.detail(made).document?.date).toBe('2026-11-22');
  });

  it('is blocked when it is made later and something lacks by then', async () => {
    const company = linkedCompany();
    const made = await company.archive();
    company.store.queue.freeze(made, { state: 'waiting', frozen: null }, company.time.nowMs());
    company.settings = { workArticle: 'WEG' };
    await company.settle();
    expect(company.entry(made)).toMatchObject({ state: 'blocked', problem: { code: 'work-article-gone' } });
    expect(company.messages()).toEqual([
      'Niet verzonden naar Pakket. Artikel WEG voor werktijd staat niet bij de artikelen.',
    ]);
  });
});

describe('a document that was made for another administration', () => {
  it('is made anew when it was never sent', async () => {
    const company = linkedCompany();
    const id = await company.archive();
    const made = company.entry(id).frozen;
    if (made === null) throw new Error('Not frozen');
    const elsewhere = { ...made, link: { package: 'exact-online', administrationId: '7' } } as const;
    company.store.queue.freeze(id, { state: 'waiting', frozen: elsewhere }, company.time.nowMs());
    company.settings = { workArticle: 'UUR', standardArticle: 'UUR' };
    await company.settle();

    expect(company.entry(id)).toMatchObject({ state: 'booked', frozen: { link: { administrationId: 'adm-1' } } });
    expect(company.books.sent).toMatchObject([{ lines: ['2 x UUR', '1 x UUR'] }]);
    expect(company.messages()[0]).toBe('Het boekstuk is opnieuw gemaakt met de gegevens van nu.');
  });

  it('is a question for the office when nobody knows whether it arrived there', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind: 'outcome-unknown' });
    const id = await company.archive();
    await company.deliverNow();
    company.books.administration = { id: 'adm-2', name: 'Nieuw', facts: null };
    company.linked = company.books.administration;
    await company.settle();
    expect(company.entry(id)).toMatchObject({ held: true, problem: { code: 'sent-to-other-administration' } });
    expect(company.books.sent).toHaveLength(1);
  });
});

describe('what the office reads about a delivered work order', () => {
  it('warns when the package arrives at another total', async () => {
    const company = linkedCompany();
    company.books.bookAs = { totalExclVat: '119.99' };
    await company.archive();
    await company.settle();
    expect(company.log().at(-1)).toMatchObject({
      level: 'warning',
      message: { nl: 'Het totaal in Pakket is 119,99 excl. btw, volgens Simon 120,00.' },
      action: { nl: 'Vergelijk order 2026-1 in Pakket met de werkbon.' },
    });
  });

  it('says once that a work order waits for more than an hour', async () => {
    const company = linkedCompany();
    company.books.failOn = () => 'offline';
    await company.archive();
    company.engine.startSchedule();
    company.engine.nudge();
    await company.time.advance(55 * MINUTE_MS);
    const late = (): number => company.messages().filter((one) => one.startsWith('Wacht al langer')).length;
    expect(late()).toBe(0);
    await company.time.advance(5 * HOUR_MS);
    expect(late()).toBe(1);
    expect(company.log().find((row) => row.message.nl.startsWith('Wacht al langer'))?.count).toBe(1);
  });
});

describe('a computer that refuses to write', () => {
  /** The queue refuses these writes once each, as a full disk would. */
  const refusing = (...methods: ('sending' | 'booked' | 'unsure')[]): WrapStore => {
    const left = [...methods];
    const refuseOnce = (store: RemoteStore, method: 'sending' | 'booked' | 'unsure') =>
      (async (...args: never[]) => {
        if (left[0] === method) {
          left.shift();
          throw new StorageError('full', 'SQLITE_FULL');
        }
        return (store.queue[method] as (...args: never[]) => Promise<unknown>)(...args);
      }) as never;
    return (store) => ({
      ...store,
      queue: {
        ...store.queue,
        sending: refuseOnce(store, 'sending'),
        booked: refuseOnce(store, 'booked'),
        unsure: refuseOnce(store, 'unsure'),
      },
    });
  };

  it('sends nothing that it could not note first', async () => {
    const company = linkedCompany(undefined, refusing('sending', 'sending'));
    const id = await company.archive();
    await company.deliverNow();
    expect(company.books.sent).toEqual([]);
    expect(company.entry(id).state).toBe('waiting');
    expect((await company.engine.status()).problem).toMatchObject({ code: 'storage-full' });

    await company.settle();
    expect(company.entry(id).state).toBe('booked');
    expect(company.books.sent).toHaveLength(1);
  });

  it.each([[['booked']], [['booked', 'booked']], [['unsure', 'booked']]] as const)(
    'never takes a failed note after the send for "not sent" (%j)',
    async (methods) => {
      const company = linkedCompany(undefined, refusing(...methods));
      if (methods[0] === 'unsure') company.books.createSteps.push({ does: 'lose-answer', kind: 'outcome-unknown' });
      const id = await company.archive();
      await company.settle();
      expect(company.entry(id).state).toBe('booked');
      expect(company.books.sent).toHaveLength(1);
      expect(company.logger.bugs).toEqual([]);
    },
  );
});

describe('pausing and stopping', () => {
  it('sends nothing by itself while the office paused, and goes on afterwards', async () => {
    const company = linkedCompany();
    company.paused = true;
    await company.archive();
    company.engine.startSchedule();
    company.engine.nudge();
    await company.time.advance(HOUR_MS);
    expect(company.books.calls).toEqual([]);

    company.paused = false;
    company.engine.nudge();
    await company.time.advance(1_000);
    expect(company.books.documents).toHaveLength(1);
  });

  it('waits a moment for the answer to a send, and looks it up at the next start when none came', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'hang' });
    const id = await company.archive();
    await company.deliverNow();
    await company.finish(company.engine.stop());
    expect(company.entry(id).state).toBe('unsure');

    await company.restart();
    await company.settle();
    expect(company.entry(id).state).toBe('booked');
    expect(company.books.documents).toHaveLength(1);
  });

  it('books what is answered within that moment', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'hang' });
    const id = await company.archive();
    await company.deliverNow();
    const stopping = company.engine.stop();
    company.books.release();
    await company.finish(stopping);
    expect(company.entry(id).state).toBe('booked');
  });

  it('leaves nothing running', async () => {
    const company = linkedCompany();
    company.books.createSteps.push({ does: 'lose-request', kind: 'outcome-unknown' });
    await company.archive();
    company.engine.startSchedule();
    company.engine.nudge();
    await company.time.advance(MINUTE_MS);
    await company.finish(company.engine.stop());
    await company.time.advance(1);
    expect(company.time.waiting).toBe(0);
    expect(company.logger.bugs).toEqual([]);
  });
});
