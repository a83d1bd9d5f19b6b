import { expect, it } from 'vitest';
import { createCompanyEvents } from '../../../main/company/events';

it('numbers the changes, so that a screen knows what it has', () => {
  const facts: unknown[] = [];
  const events = createCompanyEvents(() => undefined);
  events.on('data:changed', (fact) => facts.push(fact));

  events.changed('customers');
  events.changed('queue', 'log');

  expect(facts).toEqual([
    { revision: 1, areas: ['customers'] },
    { revision: 2, areas: ['queue', 'log'] },
  ]);
});

it('tells nobody who stopped listening', () => {
  const facts: unknown[] = [];
  const events = createCompanyEvents(() => undefined);
  const stop = events.on('data:changed', (fact) => facts.push(fact));
  stop();

  events.changed('customers');

  expect(facts).toEqual([]);
});

it('reports a listener that throws and goes on with the next one', () => {
  const bugs: unknown[] = [];
  const facts: unknown[] = [];
  const events = createCompanyEvents((error) => bugs.push(error));
  events.on('data:changed', () => {
    throw new Error('window is gone');
  });
  events.on('data:changed', (fact) => facts.push(fact));

  events.changed('log');

  expect(bugs).toHaveLength(1);
  expect(facts).toHaveLength(1);
});
