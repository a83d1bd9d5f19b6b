/** Each of e-Boekhouden's settings, shown by what the simulated e-Boekhouden received or Simon got. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../connectors/_kit/settings';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import { connector as eBoekhouden } from '../../connectors/e-boekhouden/index';
import { startSimulator, type EBoekhoudenBooks } from '../../connectors/e-boekhouden/simulator/index';
import { valueOf, type Session } from './session';
import { built, expectWrong, onlyOneIn, pulled } from './settings-bench';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(eBoekhouden, startSimulator);

/** What arrived in e-Boekhouden under these settings, and the template that it insists on. */
const arrived = async (settings: Settings): Promise<SimulatedDocument> =>
  onlyOneIn(await open(), { template: 'Standaard factuur', ...settings });

describe('what goes to e-Boekhouden', () => {
  it('without further settings: the articles, on the day of archiving in the Netherlands, not sent and not booked', async () => {
    const document = await arrived({});
    expect(document).toMatchObject({ kind: 'factuur', customerName: 'Café Zoë', customerNumber: '000123' });
    expect(document.lines).toEqual([
      {
        articleCode: 'DIVERS',
        description: 'Lamp op zolder SK-TEST01-1042-1',
        quantity: '2',
        unitPrice: '12.35',
        total: '24.7',
      },
    ]);
    expect(document.fields).toMatchObject({
      Datum: '2026-11-23',
      PerEmailVerzenden: false,
      AutomatischeIncasso: false,
      InBoekhoudingPlaatsen: false,
    });
  });

  it('setting travelArticle: 15 minutes are 0.25', async () => {
    expect((await arrived({ travelArticle: 'REISTIJD' })).lines[0]).toMatchObject({
      articleCode: 'REISTIJD',
      quantity: '0.25',
      unitPrice: '47.5',
    });
    expect((await arrived({ travelArticle: '' })).lines).toHaveLength(1);
  });

  it('setting workArticle: 120 minutes are 2', async () => {
    expect((await arrived({ workArticle: 'ARBEID' })).lines[0]).toMatchObject({
      articleCode: 'ARBEID',
      quantity: '2',
      total: '125',
    });
    expect((await arrived({ workArticle: '' })).lines).toHaveLength(1);
  });

  it('setting standardArticle: last on every invoice', async () => {
    const { lines } = await arrived({ workArticle: 'ARBEID', standardArticle: 'VOORRIJ' });
    expect(lines.map((line) => line.articleCode)).toEqual(['ARBEID', 'DIVERS', 'VOORRIJ']);
    expect(lines.at(-1)).toMatchObject({ quantity: '1' });
  });

  it('setting exclusionWord: the work order is not sent', async () => {
    const session = await open();
    const from = await pulled(session);
    expect(built(from, { exclusionWord: 'garantie' }, { description: 'Lekkage (GARANTIE)' }).kind).toBe('skipped');
    expect(built(from, { exclusionWord: 'garantie' }, { description: 'Lekkage' }).kind).toBe('document');
  });

  it.each(['Factuur met specificatie', "Werkbon 't Atelier & Co"])(
    'setting template: ‘%s’ arrives to the letter',
    async (template) => {
      expect((await arrived({ template })).fields.Factuursjabloon).toBe(template);
    },
  );

  it('setting paymentTermDays: 30 days unless another term is chosen', async () => {
    expect((await arrived({})).fields.Betalingstermijn).toBe(30);
    expect((await arrived({ paymentTermDays: '14' })).fields.Betalingstermijn).toBe(14);
  });
});

describe('what comes from e-Boekhouden', () => {
  it('setting articleGroups: articles of the chosen groups; the others are not selected', async () => {
    const session = await open();
    const code = groupCode(session, 'Sanitair');
    const settings = { articleGroups: [code] };
    const { present, gone } = await session.pull('articles', null, { settings });
    expect(present.size).toBeGreaterThan(0);
    expect(new Set([...present.values()].map((article) => article.groupExternalId))).toEqual(new Set([code]));
    expect(gone.get(session.books.article('ARBEID').id)).toBe('not-selected');
    expect(gone.get(session.books.article('DIVERS').id)).toBe('not-selected');
    expect((await session.listIds('articles', settings)).ids.sort()).toEqual([...present.keys()].sort());
    const groups = await session.pull('articleGroups', null, { settings });
    expect([...groups.present.values()].map((one) => one.name)).toEqual(['Sanitair']);
    expect((await session.listIds('articleGroups', settings)).ids).toEqual([code]);
  });

  it('setting articleGroups: none chosen is all, articles without a group too', async () => {
    const session = await open();
    const { present } = await session.pull('articles');
    expect(present.get(session.books.article('DIVERS').id)?.groupExternalId).toBeNull();
    expect(present.has(session.books.article('ARBEID').id)).toBe(true);
  });

  it('setting articleGroups: the list to choose from has every group that an article is in, by name', async () => {
    const session = await open();
    const choices = valueOf(await eBoekhouden.listChoices(await session.context(), 'articleGroups'));
    const used = new Set(session.books.articles().map((article) => article.groupCode));
    const groups = session.books.groups().filter((group) => used.has(group.code));
    expect(choices.map((choice) => choice.value).sort()).toEqual(groups.map((group) => group.code).sort());
    expect(choices.map((choice) => choice.label.nl)).toContain(`Sanitair (${groupCode(session, 'Sanitair')})`);
  });
});

const groupCode = (session: Session<EBoekhoudenBooks>, description: string): string =>
  session.books.groups().find((group) => group.description === description)?.code ?? 'none';

describe('Controleer', () => {
  const checked = async (key: string, settings: Settings, quirks: Record<string, string> = {}) => {
    const session = await open({ simulator: { quirks } });
    return valueOf(await eBoekhouden.checkSetting(await session.context(settings), key));
  };
  const textFilters = [{ textFilters: 'ignore-case' }, { textFilters: 'exact' }, { textFilters: 'contains' }];

  describe.each(textFilters)('with filters that compare %o', (quirks) => {
    it.each([
      ['travelArticle', { travelArticle: 'REISTIJD' }, 'REISTIJD: Reistijd monteur'],
      ['travelArticle', { travelArticle: '' }, 'Niet ingevuld: wordt niet geboekt.'],
      ['workArticle', { workArticle: '007' }, "007: Loodgieterskit 't Hechtsterk, koker 310 ml"],
      ['standardArticle', { standardArticle: 'VOORRIJ', articleGroups: ['010'] }, 'VOORRIJ: Voorrijkosten'],
      ['articleGroups', { articleGroups: ['010'] }, 'Gevonden: Diensten.'],
      ['articleGroups', { articleGroups: [] }, 'Alle groepen worden opgehaald.'],
    ])('setting %s: is right, %j', async (key, settings, detail) => {
      expect(await checked(key, settings, quirks)).toMatchObject({ ok: true, verified: true, detail: { nl: detail } });
    });

    it.each([
      ['travelArticle', { travelArticle: 'BESTAATNIET' }, 'article-unknown', /niet bekend in e-Boekhouden/],
      ['workArticle', { workArticle: 'arbeid' }, 'article-unknown', /‘arbeid’/],
      ['workArticle', { workArticle: '7' }, 'article-unknown', /‘7’/],
      ['workArticle', { workArticle: '<ArtikelCode>' }, 'article-unknown', /‘<ArtikelCode>’/],
      ['standardArticle', { standardArticle: 'R22' }, 'article-inactive', /niet actief/],
      ['standardArticle', { standardArticle: 'VOORRIJ', articleGroups: ['050'] }, 'article-not-pulled', /‘Diensten’/],
      ['standardArticle', { standardArticle: 'DIVERS', articleGroups: ['050'] }, 'article-not-pulled', /geen groep/],
      ['articleGroups', { articleGroups: ['010', '999'] }, 'article-group-unknown', /‘999’/],
      ['template', { template: ' ' }, 'template-missing', /sjabloon/],
    ])('setting %s: is wrong, %j', async (key, settings, code, message) => {
      const found = await checked(key, settings, quirks);
      expectWrong(found, { kind: 'invalid-input', code: `e-boekhouden.${code}` }, message);
    });
  });

  it('tells which article was probably meant when only a capital differs', async () => {
    const found = await checked('workArticle', { workArticle: 'arbeid' });
    expect(found.ok ? '' : found.problem.text?.action?.nl).toContain('‘ARBEID’');
  });

  it('setting template: says that its existence could not be verified, and asks nothing', async () => {
    const session = await open();
    const ctx = await session.context({ template: 'Standaard factuur' });
    session.simulator.control.clearRequests();
    const found = valueOf(await eBoekhouden.checkSetting(ctx, 'template'));
    expect(found).toMatchObject({ ok: true, verified: false });
    expect(found.ok ? found.detail.nl : '').toMatch(/Simon kan vooraf niet nagaan/);
    expect(session.requests()).toBe(0);
  });
});
