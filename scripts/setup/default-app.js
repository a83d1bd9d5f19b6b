/**
 * Electron's "default app" for the runtime of registry-runtime.mjs: packed into its resources/default_app.asar, and run
 * by Electron's main process when it is started as `electron [-r MODULE]... APP [arguments]`. It starts the app that
 * stands on the command line as if that were Electron's own application folder.
 *
 * The same job as https://github.com/electron/electron/blob/main/default_app/main.ts without its welcome page.
 */
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { preloads, target } = readCommandLine(process.argv.slice(1));

if (target === undefined) {
  process.stderr.write('Usage: electron [-r MODULE]... APP [arguments]\n');
  app.exit(1);
} else {
  // Playwright puts its loader in here, to hold back the ready event until it is connected.
  if (preloads.length > 0) Module._preloadModules(preloads);
  process.defaultApp = true;
  // The ready event waits for this module, so the app's code can still register its handlers.
  await import(pathToFileURL(prepare(resolve(target))).href);
}

/**
 * @param {readonly string[]} args The command line behind the program's own name.
 * @returns {{ preloads: string[], target: string | undefined }} Modules to load first, and the app's folder or file.
 */
function readCommandLine(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') preloads.push(args[(index += 1)]);
    else if (!arg.startsWith('-')) return { preloads, target: arg };
  }
  return { preloads, target: undefined };
}

/**
 * Tells Electron the app's name, version and folder.
 *
 * @param {string} path The app's folder, or one file without a package.json of its own.
 * @returns {string} The file to load.
 */
function prepare(path) {
  const manifestFile = join(path, 'package.json');
  const main = createRequire(manifestFile).resolve(path);
  if (!existsSync(manifestFile)) {
    app.setAppPath(dirname(main));
    return main;
  }
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (name) {
    app.name = name;
    app.setDesktopName(manifest.desktopName ?? `${name.toLowerCase().replaceAll(' ', '-')}.desktop`);
  }
  app.setAppPath(path);
  return main;
}
