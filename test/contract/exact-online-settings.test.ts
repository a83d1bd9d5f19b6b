/** Each of Exact Online's settings, shown by what the simulated Exact Online received or Simon got. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../connectors/_kit/settings';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import { connector } from '../../connectors/exact-online/index';
import { startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
import { valueOf } from './session';
import { arrivedIn, DESCRIPTION, expectWrong, WORK_ADDRESS_LINE } from './settings-bench';
import { onSmallBooks } from './small-books';

type Books = ExactOnlineBooks;

/** The companies of the practice books, and the customer's own number of the second one. */
const MAIN = '3141592';
const SECOND = '3141593';
const SECOND_HID = '2';
const ARCHIVED = '3141594';

const open = onSmallBooks(connector, startSimulator);

/** What arrived in Exact Online under these settings: the draft invoice, and the documents on the customer card. */
async function arrived(settings: Settings): Promise<{ invoice: SimulatedDocument; filed: SimulatedDocument[] }> {
  const session = await open();
  await session.check(undefined, settings);
  const [invoice, ...filed] = await arrivedIn(session, settings);
  return { invoice, filed };
}

describe('what goes to Exact Online', () => {
  it('without settings: an open draft with the articles, on the day of archiving in the Netherlands', async () => {
    const { invoice } = await arrived({});
    expect(invoice).toMatchObject({
      kind: 'conceptfactuur',
      customerName: 'Café Zoë',
      description: 'SK-TEST01-1042-1 Werkbon 1042',
      reference: '',
      fields: { Status: 20, Type: 8020, OrderDate: `/Date(${Date.UTC(2026, 10, 23)})/` },
    });
    expect(invoice.fields).not.toHaveProperty('Remarks');
    expect(invoice.fields).not.toHaveProperty('InvoiceNumber');
    expect(invoice.lines).toMatchObject([
      { articleCode: 'DIVERS', description: 'Lamp op zolder', quantity: '2', unitPrice: '12.34567', total: '24.69' },
    ]);
  });

  it.each([
    ['70', 'Verkoopboek'],
    ['71', 'Verkoopboek service en onderhoud'],
  ])('setting journal: the invoice is in journal %s', async (journal, name) => {
    const { invoice } = await arrived({ journal });
    expect(invoice.fields).toMatchObject({ Journal: journal, JournalDescription: name });
  });

  it('setting travelArticle: 15 minutes are 0.25', async () => {
    expect((await arrived({ travelArticle: 'REISTIJD' })).invoice.lines[0]).toMatchObject({
      articleCode: 'REISTIJD',
      quantity: '0.25',
      unitPrice: '47.5',
    });
  });

  it('setting workArticle: 120 minutes are 2', async () => {
    expect((await arrived({ workArticle: 'ARBEID' })).invoice.lines[0]).toMatchObject({
      articleCode: 'ARBEID',
      quantity: '2',
      total: '125',
    });
  });

  it('setting standardArticle: last on every invoice', async () => {
    expect((await arrived({ standardArticle: 'VOORRIJ' })).invoice.lines.at(-1)).toMatchObject({
      articleCode: 'VOORRIJ',
      quantity: '1',
    });
  });

  it.each([
    ['none', undefined],
    ['workAddress', WORK_ADDRESS_LINE],
    ['workDescription', DESCRIPTION],
    ['both', `${WORK_ADDRESS_LINE}\n${DESCRIPTION}`],
  ])('setting remarks: %s', async (remarks, expected) => {
    expect((await arrived({ remarks })).invoice.fields.Remarks).toBe(expected);
  });

  it.each([
    ['none', ''],
    ['workOrderNumber', '1042'],
    ['customerReference', 'PO 4711'],
    ['both', '1042 / PO 4711'],
  ])('setting customerReference: %s', async (customerReference, expected) => {
    const { invoice } = await arrived({ customerReference });
    expect(invoice.reference).toBe(expected);
    expect(invoice.description).toContain('SK-TEST01-1042-1');
  });

  it.each([
    ['none', []],
    ['workOrder', ['Werkbon 1042.pdf']],
    ['customForms', ['Formulieren 1042.pdf']],
    ['both', ['Werkbon 1042.pdf', 'Formulieren 1042.pdf']],
  ])('setting pdfs: %s, on the customer card', async (pdfs, expected) => {
    const { filed } = await arrived({ pdfs });
    expect(filed.map(({ reference }) => reference)).toEqual(expected);
    expect(filed.every(({ customerName, kind }) => customerName === 'Café Zoë' && kind === 'document')).toBe(true);
  });
});

describe('what comes from Exact Online', () => {
  it.each([
    [MAIN, MAIN],
    [SECOND, SECOND],
    [SECOND_HID, SECOND],
    ['', MAIN],
  ])('setting administration: %j means company %s', async (administration, expected) => {
    const session = await open();
    const settings = { administration };
    expect(valueOf(await session.check(undefined, settings)).id).toBe(expected);
    session.books.openCompany(Number(expected));
    const { present } = await session.pull('customers', null, { settings });
    const active = session.books.customers().filter(({ values }) => values.EndDate === null && !values.Blocked);
    expect([...present.keys()].sort()).toEqual(active.map(({ id }) => id).sort());
  });

  it('setting administration: what the user opens on the site does not change it', async () => {
    const session = await open();
    session.books.switchCompany(Number(SECOND));
    expect(valueOf(await session.check(undefined, { administration: MAIN })).id).toBe(MAIN);
  });

  it('setting articleGroups: by exact name; the others are not selected', async () => {
    const session = await open();
    const settings = { articleGroups: ['Sanitair'] };
    const { present, gone } = await session.pull('articles', null, { settings });
    const group = session.books.groups().find((one) => one.values.Description === 'Sanitair');
    expect(present.size).toBeGreaterThan(0);
    expect(new Set([...present.values()].map((article) => article.groupExternalId))).toEqual(new Set([group?.id]));
    expect(gone.get(session.books.article('ARBEID').id)).toBe('not-selected');
    expect((await session.listIds('articles', settings)).ids.sort()).toEqual([...present.keys()].sort());
    const groups = await session.pull('articleGroups', null, { settings });
    expect([...groups.present.values()].map((one) => one.name)).toEqual(['Sanitair']);
    expect((await session.listIds('articleGroups', settings)).ids).toEqual([group?.id]);
  });

  it('setting articleGroups: another selection reads all articles again', async () => {
    const session = await open();
    const first = await session.pull('articles', null, { settings: { articleGroups: ['Sanitair'] } });
    const second = await session.pull('articles', first.mark, { settings: { articleGroups: ['Diensten'] } });
    expect(second.present.has(session.books.article('ARBEID').id)).toBe(true);
    for (const id of first.present.keys()) expect(second.gone.get(id)).toBe('not-selected');
  });
});

describe('Controleer', () => {
  const checked = async (key: string, settings: Settings, edit?: (books: Books) => void) => {
    const session = await open();
    edit?.(session.books);
    const found = valueOf(await connector.checkSetting(await session.context(settings), key));
    // Answers with an error are counted by the vendor, so that a wrong value must not cause one.
    expect(session.simulator.control.requests().filter(({ status }) => status !== 200 && status !== 302)).toEqual([]);
    return found;
  };

  it.each([
    ['administration', { administration: MAIN }, '3141592 (1) Koppelaar Installatietechniek B.V.'],
    ['administration', { administration: SECOND_HID }, '3141593 (2) Koppelaar Vastgoed B.V.'],
    ['journal', { journal: '70' }, '70 Verkoopboek'],
    ['travelArticle', { travelArticle: 'REISTIJD' }, 'REISTIJD: Reistijd monteur'],
    ['workArticle', { workArticle: '007' }, "007: Loodgieterskit 't Hechtsterk, koker 310 ml"],
    ['workArticle', { workArticle: '' }, 'Niet ingevuld: wordt niet geboekt.'],
    ['standardArticle', { standardArticle: 'VOORRIJ', articleGroups: ['Diensten'] }, 'VOORRIJ: Voorrijkosten'],
    ['articleGroups', { articleGroups: ['Sanitair', 'Diensten'] }, 'Gevonden: Sanitair, Diensten.'],
    ['articleGroups', { articleGroups: [] }, 'Alle groepen worden opgehaald.'],
  ])('setting %s: right: %j', async (key, settings, detail) => {
    expect(await checked(key, settings)).toMatchObject({ ok: true, verified: true, detail: { nl: detail } });
  });

  it.each<[string, Settings, string, RegExp]>([
    ['administration', { administration: '999' }, 'administration-unknown', /‘999’ is niet bekend/],
    ['administration', { administration: ARCHIVED }, 'administration-archived', /gearchiveerd/],
    ['administration', { administration: '' }, 'not-filled-in', /Kies een administratie/],
    ['journal', { journal: '69' }, 'journal-unknown', /‘69’ is niet bekend/],
    ['journal', { journal: '90' }, 'journal-not-for-sales', /geen verkoopboek/],
    ['journal', { journal: '79' }, 'journal-blocked', /geblokkeerd/],
    ['journal', { journal: '' }, 'not-filled-in', /Kies een dagboek/],
    ['travelArticle', { travelArticle: 'BESTAATNIET' }, 'article-unknown', /niet bekend in Exact Online/],
    ['workArticle', { workArticle: '7' }, 'article-unknown', /‘7’/],
    ['workArticle', { workArticle: "x' or 1 eq 1 or '" }, 'article-unknown', /niet bekend/],
    [
      'standardArticle',
      { standardArticle: 'VOORRIJ', articleGroups: ['Sanitair'] },
      'article-not-pulled',
      /‘Diensten’/,
    ],
    ['articleGroups', { articleGroups: ['diensten'] }, 'article-group-unknown', /niet bekend/],
  ])('setting %s: wrong: %j', async (key, settings, code, message) => {
    const found = await checked(key, settings);
    expectWrong(found, { code: `exact-online.${code}` }, message);
  });

  it.each<[string, (books: Books) => void]>([
    ['past its end date', (books) => books.deactivateArticle('VOORRIJ')],
    ['not for sale', (books) => books.changeArticle('VOORRIJ', { IsSalesItem: false })],
  ])('setting standardArticle: an article that is %s is not usable', async (_state, edit) => {
    expect(await checked('standardArticle', { standardArticle: 'VOORRIJ' }, edit)).toMatchObject({
      ok: false,
      problem: { code: 'exact-online.article-inactive' },
    });
  });

  it('setting administration: a company that Exact Online is busy with is waited for', async () => {
    const session = await open();
    session.books.openCompany(Number(SECOND));
    session.books.changeCompany({ BlockingStatus: 2 });
    const settings = { administration: SECOND };
    expect(await session.check(undefined, settings)).toMatchObject({
      problem: { kind: 'maintenance', code: 'exact-online.administration-busy' },
    });
  });

  it('setting articleGroups: tells which name was probably meant when only a capital differs', async () => {
    const found = await checked('articleGroups', { articleGroups: ['diensten'] });
    expect(found.ok ? '' : found.problem.text?.action?.nl).toContain('‘Diensten’');
  });

  it('setting administration: offers the companies that can be used, with both numbers', async () => {
    const session = await open();
    const choices = valueOf(await connector.listChoices(await session.context(), 'administration'));
    expect(choices).toEqual([
      { value: MAIN, label: { nl: '3141592 (1) Koppelaar Installatietechniek B.V.', en: '3141592 (1) Koppelaar Installatietechniek B.V.' } }, // prettier-ignore
      {
        value: SECOND,
        label: { nl: '3141593 (2) Koppelaar Vastgoed B.V.', en: '3141593 (2) Koppelaar Vastgoed B.V.' },
      },
    ]);
  });

  it('setting journal: offers the sales journals that are not blocked', async () => {
    const session = await open();
    const choices = valueOf(await connector.listChoices(await session.context(), 'journal'));
    expect(choices.map(({ value }) => value)).toEqual(['70', '71']);
  });
});
