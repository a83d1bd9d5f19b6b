/**
 * Which libraries are part of the app, with their licences, read from package-lock.json and node_modules at build. A
 * library is part of it when the app depends on it, or when the screens import it: those are built in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BUILT_IN = ['renderer', 'preload', 'main', 'connectors'];
const IMPORT = /(?:from|import|url)\s*\(?\s*['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"]*)?['"]/gu;
const SOURCE = /\.(?:ts|tsx|css|html)$/u;
/** Stands beside what it tests, and is in no build. */
const FOR_TESTS = /\.test\.|-harness\.|[\\/]testing[\\/]/u;
const LICENCE_FILE = /^(?:licen[cs]e|copying|ofl)(?:[.-].*)?$/iu;

/** `[{ name, version, licence, text }]` by name. `root`: the folder of package.json. */
export function shippedLicences(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const imported = new Set(BUILT_IN.flatMap((folder) => importsIn(join(root, folder))));
  const begin = [
    ...Object.keys(own.dependencies ?? {}),
    ...Object.keys(own.devDependencies ?? {}).filter((name) => name === 'electron' || imported.has(name)),
  ];
  const found = new Map();
  const add = (name, from) => {
    const place = placeOf(lock.packages, name, from);
    if (place === null || found.has(place)) return;
    const packed = lock.packages[place];
    found.set(place, licenceOf(join(root, place), name, packed));
    // What Electron's installer needs is not in the app.
    if (name === 'electron') return;
    for (const next of Object.keys({ ...packed.dependencies, ...packed.optionalDependencies })) add(next, place);
  };
  for (const name of begin) add(name, '');
  const byName = new Map(
    [...found.values()].flatMap((one) => (one === null ? [] : [[`${one.name} ${one.version}`, one]])),
  );
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** As Node finds it: beside the one that asks, or further up. */
function placeOf(packages, name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (place in packages) return place;
    if (at === '') return null;
    if (!at.includes('/node_modules/')) at = '';
  }
}

/** Null: it is not installed here, such as what only another system needs. */
function licenceOf(folder, name, packed) {
  let files;
  try {
    files = readdirSync(folder);
  } catch {
    return null;
  }
  const file = files.find((one) => LICENCE_FILE.test(one));
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const named = packed.license ?? about.license;
  return {
    name,
    version: packed.version ?? about.version,
    licence: typeof named === 'string' ? named : (named?.type ?? ''),
    text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  };
}

function importsIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !FOR_TESTS.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(IMPORT)])
    .map(([, name]) => name);
}
