import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import { practiceContent } from '../../connectors/snelstart/simulator/practice/content';
import type { Settings } from '../../preload/contract/model';
import { expect, test } from './fixtures';
import { addressOf } from './books';
import { archiveUntil, saveSettings, type Job } from './office';

const JOB: Job = {
  customer: 'Café Zoë',
  description: 'Ketel nakijken',
  customerReference: 'PO 4711',
  workMinutes: 120,
  travelMinutes: 15,
  articles: [{ code: 'CU-15', quantity: '3' }],
};
const TEMPLATE = 'Werkbon met monteur';

/** Code and quantity of each line; the text where there is no article. */
const lines = ({ lines: all }: SimulatedDocument): readonly string[] =>
  all.map(({ articleCode, description, quantity }) =>
    articleCode === null ? description : `${articleCode} ${quantity}`,
  );
/** A field of the vendor's answer; what is empty there is null. */
const field = (name: string) => (order: SimulatedDocument) => order.fields[name] ?? '';
const description = (order: SimulatedDocument): string => order.description;

interface Case {
  readonly settings: Settings;
  /** What is looked at on the order that SnelStart received, and what stands there. */
  readonly shows: (order: SimulatedDocument) => unknown;
  readonly is: unknown;
}

const numberOf = ({ reference }: SimulatedDocument): string => reference.split('-')[2] ?? '';

/** Every value of every setting that shapes the order; the settings that are not named have their default. */
const cases = (address: string): readonly Case[] => [
  { settings: {}, shows: lines, is: ['CU-15 3'] },
  { settings: { workArticle: 'ARBEID' }, shows: lines, is: ['ARBEID 2', 'CU-15 3'] },
  { settings: { travelArticle: 'REISTIJD' }, shows: lines, is: ['REISTIJD 0.25', 'CU-15 3'] },
  { settings: { standardArticle: 'VOORRIJ' }, shows: lines, is: ['CU-15 3', 'VOORRIJ 1'] },
  { settings: { firstLineDescription: true }, shows: lines, is: ['Ketel nakijken', 'CU-15 3'] },
  { settings: { orderDescription: [] }, shows: description, is: '' },
  { settings: { orderDescription: ['workDescription'] }, shows: description, is: 'Ketel nakijken' },
  { settings: { orderDescription: ['customerReference'] }, shows: description, is: 'PO 4711' },
  {
    settings: { orderDescription: ['workDescription', 'workAddress'] },
    shows: description,
    // At most 50 characters, cut at a word.
    is: expect.stringMatching(/^Ketel nakijken - Zoë Désirée van Wijk, .{1,13}…$/),
  },
  { settings: { descriptionMarker: 'XXX' }, shows: description, is: 'Ketel nakijken XXX' },
  { settings: { paymentReference: 'none' }, shows: field('betalingskenmerk'), is: '' },
  {
    settings: { paymentReference: 'workOrderNumber' },
    shows: (order) => order.fields.betalingskenmerk === numberOf(order),
    is: true,
  },
  { settings: { paymentReference: 'customerReference' }, shows: field('betalingskenmerk'), is: 'PO 4711' },
  {
    settings: { paymentReference: 'both' },
    shows: (order) => order.fields.betalingskenmerk === `${numberOf(order)} / PO 4711`,
    is: true,
  },
  { settings: { remarks: 'none' }, shows: field('memo'), is: '' },
  { settings: { remarks: 'workAddress' }, shows: field('memo'), is: address },
  { settings: { remarks: 'workDescription' }, shows: field('memo'), is: 'Ketel nakijken' },
  { settings: { remarks: 'both' }, shows: field('memo'), is: `${address}\nKetel nakijken` },
  { settings: { orderType: 'standard' }, shows: ({ kind }) => kind, is: 'verkooporder' },
  { settings: { orderType: 'werkbon' }, shows: ({ kind }) => kind, is: 'verkooporder (Werkbon)' },
  {
    settings: { template: TEMPLATE },
    shows: field('verkoopordersjabloon'),
    is: expect.objectContaining({ id: templateId() }),
  },
];

test('each setting of the order is shown by what SnelStart received', async ({ activate, openApp, snelstart }) => {
  expect((await activate()).exitCode).toBe(0);
  const { window } = await openApp();

  for (const { settings, shows, is } of cases(addressOf(snelstart, 'Café Zoë'))) {
    await test.step(JSON.stringify(settings), async () => {
      const before = snelstart.control.documents().length;
      await saveSettings(window, settings);
      await archiveUntil(window, JOB, 'booked');
      const arrived = snelstart.control.documents().slice(before);
      expect(arrived.map(shows)).toEqual([is]);
    });
  }

  await test.step('the filter word holds back, whatever its capitals', async () => {
    const before = snelstart.control.documents().length;
    await saveSettings(window, { exclusionWord: ' garantie ' });
    await archiveUntil(window, { ...JOB, description: 'Ketel nakijken, GARANTIEwerk' }, 'skipped');
    await archiveUntil(window, JOB, 'booked');
    expect(snelstart.control.documents().slice(before).map(description)).toEqual(['Ketel nakijken']);
  });
});

/** The seed of the tests' simulator decides its ids. */
function templateId(): string {
  return practiceContent(7, 'small').templates.find(({ description: name }) => name === TEMPLATE)?.id ?? '';
}
