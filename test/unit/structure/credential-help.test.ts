/** An administrator who does not have a value at hand reads beside its field where it is found. */
import { describe, expect, it } from 'vitest';
import { connectorIds, loadConnector } from '../../../connectors/registry';

describe.each(connectorIds)('%s tells where its values are found', (id) => {
  it('in steps for every value that must be filled in, in both languages', async () => {
    const { link } = (await loadConnector(id)).manifest;
    const required = [...link.registration, ...link.credentials].filter(({ optional }) => optional !== true);
    expect(required.length).toBeGreaterThan(0);
    for (const { key, whereToFind = [] } of required) {
      expect(whereToFind.length, key).toBeGreaterThan(1);
      for (const { nl, en } of whereToFind) {
        expect(nl, key).toMatch(/^\p{Lu}.*[.?]$/u);
        expect(en, key).toMatch(/^\p{Lu}.*[.?]$/u);
      }
    }
  });

  it('and how a login goes, where the link is one', async () => {
    const { link } = (await loadConnector(id)).manifest;
    expect(link.loginSteps.length > 0).toBe(link.kind === 'oauth');
  });
});
