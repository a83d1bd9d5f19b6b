import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATION_KEY } from '../../../connectors/_kit/settings';
import { connectorIds } from '../../../connectors/registry';
import { PracticeCompany } from './practice-company';
import { must } from './test-company';

let office: PracticeCompany;
beforeAll(async () => {
  office = await PracticeCompany.open();
});
afterAll(() => office.close());

describe('the example of a document while a package is being activated', () => {
  it.each(connectorIds)('%s: a made-up work order, before anything was pulled and without asking', async (id) => {
    await office.prepare(id);
    const { calls } = office.company;
    const settings = { ...(await office.practice.settings(id)) };
    // It is asked of the package by its Controleer, not by the example.
    if ((settings[ADMINISTRATION_KEY] ?? '') !== '') {
      const request = { package: id, settings, workOrderId: null };
      const before = await calls['integrations:document-example'](request);
      expect(before).toMatchObject({ ok: false, problem: { code: 'setting-administration-first' } });
      must(await calls['integrations:check-setting']({ package: id, key: ADMINISTRATION_KEY, settings }));
    }
    const { control } = await office.practice.simulator(id);
    const asked = control.requests().length;
    const example = must(await calls['integrations:document-example']({ package: id, settings, workOrderId: null }));

    expect(example.work).toBeNull();
    expect(example.unknownArticles).toContain(settings.workArticle);
    expect(example.preview).toMatchObject({ kind: 'document' });
    if (example.preview.kind !== 'document') return;
    const { lines } = example.preview.request;
    expect(lines.map(({ quantity }) => quantity)).toContain('2.5');
    expect(control.requests().length, 'nothing was asked').toBe(asked);
  });
});
