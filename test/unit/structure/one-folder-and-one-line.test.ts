/** A package is one folder and one line: nothing else of the app may know its name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectorIds, loadConnector } from '../../../connectors/registry';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDERS = ['main', 'preload', 'renderer', 'resources', 'scripts', 'connectors/_kit'];
const TEXTS = /\.(ts|tsx|mjs|js|css|json|html)$/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
).filter((name) => TEXTS.test(name) && !name.includes('.test.'));

/** Comments may tell why something is as it is, also by the example of a package. */
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, '');

describe('the name of a package', () => {
  it.each(connectorIds)('%s stands in no code outside its folder and the registry', async (id) => {
    const label = (await loadConnector(id)).manifest.label;
    const found = files.filter((name) => {
      const code = withoutComments(readFileSync(join(ROOT, name), 'utf8'));
      return code.includes(`'${id}'`) || code.includes(`"${id}"`) || code.includes(label);
    });
    expect(files.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });

  it('stands in one line of the registry', () => {
    const registry = readFileSync(join(ROOT, 'connectors/registry.ts'), 'utf8').split('\n');
    for (const id of connectorIds) expect(registry.filter((line) => line.includes(`/${id}/`))).toHaveLength(1);
  });
});
