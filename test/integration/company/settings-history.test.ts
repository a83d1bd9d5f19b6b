import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from './test-company';
import { SnelstartCompany } from './snelstart-company';

let test: SnelstartCompany;
beforeEach(async () => {
  test = await SnelstartCompany.open();
  await test.link();
});
afterEach(() => test.close());
const calls = () => test.company.calls;
const history = () => calls()['integrations:settings-history']('snelstart');

/** In Dutch, as the panel shows them. */
const told = async () =>
  (await history()).map(({ version, savedBy, changes, documents }) => ({
    version,
    savedBy,
    documents,
    changes: changes.map(({ label, from, to }) => `${label.nl}: ${from === null ? '' : `${from.nl} -> `}${to.nl}`),
  }));

describe('the history of settings', () => {
  it('tells who saved what, in words, newest first', async () => {
    const [work = ''] = test.simulator.control.books.articles().map(({ code }) => code);
    expect(await test.save({ workArticle: work, remarks: 'both' })).toEqual([]);
    await test.pull();
    expect(await test.save({ workArticle: work, remarks: 'none', exclusionWord: ' Garantie ' })).toEqual([]);
    expect(await test.save({ exclusionWord: 'Garantie', firstLineDescription: true })).toEqual([]);
    const article = test.simulator.control.books.article(work);

    expect(await told()).toEqual([
      {
        version: 3,
        savedBy: 'petra',
        documents: 0,
        changes: [
          `Artikel voor werktijd: ${work}: ${article.description} -> leeg`,
          'Eerste regel is de werkomschrijving: nee -> ja',
        ],
      },
      {
        version: 2,
        savedBy: 'petra',
        documents: 0,
        changes: [
          'Opmerkingen (memo): Werkadres en werkomschrijving -> Niets',
          'Filterwoord werkbonnen: leeg -> Garantie',
        ],
      },
      {
        version: 1,
        savedBy: 'petra',
        documents: 0,
        changes: [
          `Artikel voor werktijd: ${work}: ${article.description}`,
          'Opmerkingen (memo): Werkadres en werkomschrijving',
        ],
      },
    ]);
    expect((await history())[2]?.settings).toMatchObject({ workArticle: work, remarks: 'both', exclusionWord: '' });
  });

  it('counts the documents that were sent under each version', async () => {
    const [work = ''] = test.simulator.control.books.articles().map(({ code }) => code);
    await test.save({ workArticle: work });
    await test.pull();
    const times = [
      { employeeId: null, kind: 'work' as const, date: '2026-11-20', startMinute: null, minutes: 60, note: '' },
    ];
    const id = await test.readyWorkOrder({ times });
    expect((await calls()['work-orders:archive']([id])).refused).toEqual([]);
    await test.company.settle(30_000, () => undefined);
    await test.save({ workArticle: work, remarks: 'both' });

    expect((await told()).map(({ version, documents }) => [version, documents])).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });

  it('keeps nothing of a save that was refused, and nothing secret', async () => {
    expect(await test.save({ workArticle: 'BESTAATNIET' })).toEqual(['workArticle']);
    expect(await history()).toEqual([]);
    await test.save({});
    const file = new Database(`${test.folder}/simon.sqlite`, { readonly: true });
    const kept = JSON.stringify(file.prepare('SELECT * FROM settings_version').all());
    file.close();
    expect(kept).toContain('exclusionWord');
    for (const secret of Object.values({ ...test.simulator.credentials, ...test.simulator.registration })) {
      expect(kept).not.toContain(secret);
    }
  });

  it('cannot be changed or removed', async () => {
    await test.save({});
    const file = new Database(`${test.folder}/simon.sqlite`);
    expect(() => file.exec("UPDATE settings_version SET saved_by = 'jan'")).toThrow('does not change');
    expect(() => file.exec('DELETE FROM settings_version')).toThrow('not removed');
    file.close();
  });
});

describe('trying settings that are not saved', () => {
  it('counts the work orders that hold a filter word by the rule of the engine', async () => {
    await test.save({});
    await test.pull();
    await test.readyWorkOrder({ description: 'Lekkage onder GARANTIE verholpen' });
    await test.readyWorkOrder({ description: 'Ketel nakijken' });

    expect(await calls()['integrations:filter-word']({ word: ' garantie ' })).toEqual({
      open: { all: 2, holding: 1 },
      archived: { all: 0, holding: 0 },
    });
  });

  it('shows the document as it would become, and leaves everything as it was', async () => {
    const [work = ''] = test.simulator.control.books.articles().map(({ code }) => code);
    await test.save({});
    await test.pull();
    const times = [
      { employeeId: null, kind: 'work' as const, date: '2026-11-20', startMinute: null, minutes: 90, note: '' },
    ];
    const id = await test.readyWorkOrder({ description: 'Ketel nakijken', times });
    const settings = { workArticle: work, firstLineDescription: true };
    const example = must(
      await calls()['integrations:document-example']({ package: 'snelstart', settings, workOrderId: null }),
    );

    expect(example.work).toMatchObject({ id, description: 'Ketel nakijken' });
    expect(example.preview.kind === 'document' && example.preview.document.lines).toMatchObject([
      { kind: 'work-description', description: 'Ketel nakijken' },
      { kind: 'work-time', quantity: '1.5', article: { code: work } },
    ]);
    await test.save(settings);
    const sent = must(await calls()['work-orders:preview'](id));
    expect(sent, 'what was shown is what is sent').toEqual(example.preview);
  });

  it('says that the filter word holds a work order back', async () => {
    await test.save({});
    await test.pull();
    const id = await test.readyWorkOrder({ description: 'Garantie' });
    const request = { package: 'snelstart', settings: { exclusionWord: 'garantie' }, workOrderId: id };
    expect(must(await calls()['integrations:document-example'](request)).preview).toMatchObject({
      kind: 'skipped',
      reason: { code: 'filter-word' },
    });
  });
});
