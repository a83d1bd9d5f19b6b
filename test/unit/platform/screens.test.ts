import { describe, expect, it } from 'vitest';
import { assetOf } from '../../../main/platform/asset-path';
import { CONTENT_SECURITY_POLICY } from '../../../main/platform/content-security-policy';
import { WEB_PREFERENCES } from '../../../main/platform/web-preferences';

const FOLDER = '/app/out/renderer';
const at = (path: string) => assetOf(FOLDER, `app://simon-koppel${path}`);

describe('files of the screens', () => {
  it('gives the page and what it needs', () => {
    expect(at('/')).toEqual({ file: `${FOLDER}/index.html`, type: 'text/html; charset=utf-8' });
    expect(at('/assets/index-1a2b.js')?.type).toBe('text/javascript; charset=utf-8');
    expect(at('/assets/inter.woff2?v=1#x')?.file).toBe(`${FOLDER}/assets/inter.woff2`);
  });

  it.each([
    '/../preload/index.cjs',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%2e%2e%2f%2e%2e%2fmain%2findex.js',
    '/..%5c..%5cpackage.json',
    '/assets%00.js',
  ])('gives nothing outside their folder for %s', (path) => {
    const file = at(path)?.file ?? `${FOLDER}/nothing`;
    expect(file.startsWith(`${FOLDER}/`)).toBe(true);
    expect(file).not.toMatch(/\.\.|%|\\/);
  });

  it.each(['/assets/secret.sqlite', '/assets/noextension', '/C:%2fWindows%2fwin.json', '/%E0%A4%A.js'])(
    'gives nothing of another kind: %s',
    (path) => {
      expect(at(path)).toBeNull();
    },
  );

  it('does not take a folder with a longer name for its own', () => {
    expect(assetOf('/app/out/renderer', 'app://simon-koppel/..%2frenderer-secret%2fx.js')).toBeNull();
  });
});

it('lets the screens load their own files only', () => {
  expect(CONTENT_SECURITY_POLICY).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
});

it('gives windows nothing but a sandboxed page', () => {
  expect(WEB_PREFERENCES).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});
