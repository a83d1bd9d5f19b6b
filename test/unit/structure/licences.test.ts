import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { shippedLicences } from '../../../scripts/licences.mjs';

const licences = shippedLicences(resolve(import.meta.dirname, '../../..'));
const names = licences.map(({ name }) => name);

it('names what the app depends on, also by way of others, and what is built into the screens', () => {
  expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'winston', 'triple-beam', 'react', 'scheduler']));
  expect(names).toEqual(expect.arrayContaining(['electron', '@fontsource-variable/inter', 'pdfjs-dist']));
});

it('names nothing that only tests and the build use', () => {
  for (const tool of ['vitest', 'eslint', 'typescript', '@playwright/test', 'fast-check', 'prettier']) {
    expect(names).not.toContain(tool);
  }
});

it('has a licence for each, and the same library in one version once', () => {
  expect(licences.filter(({ licence }) => licence === '').map(({ name }) => name)).toEqual([]);
  const versions = licences.map(({ name, version }) => `${name} ${version}`);
  expect(new Set(versions).size).toBe(versions.length);
});
