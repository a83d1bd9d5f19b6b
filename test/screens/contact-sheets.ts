/** After a run: what was found as one file, and one sheet for each screen with all its variants small. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron } from '@playwright/test';
import type { Reporter } from '@playwright/test/reporter';
import { allSeen, OUT, type SeenVariant } from './kept-variants';

const SHEETS = join(OUT, 'sheets');
/** Pixels of one picture on a sheet. */
const WIDTH = 620;
const COLUMNS = 4;

export default class ContactSheets implements Reporter {
  private startedAtMs = 0;

  onBegin(): void {
    this.startedAtMs = Date.now();
    rmSync(join(OUT, 'parts'), { recursive: true, force: true });
  }

  async onEnd(): Promise<void> {
    const seen = allSeen();
    const faulty = seen.filter(({ axe, layout }) => axe.length + layout.length > 0);
    writeFileSync(join(OUT, 'findings.json'), JSON.stringify(faulty, null, 2));
    await drawSheets(seen);
    const seconds = Math.round((Date.now() - this.startedAtMs) / 1000);
    process.stdout.write(
      `${seen.length} pictures, ${faulty.length} of them with findings (${join(OUT, 'findings.json')}), ${seconds} s; sheets in ${SHEETS}\n`,
    );
  }

  printsToStdio = (): boolean => false;
}

async function drawSheets(seen: readonly SeenVariant[]): Promise<void> {
  mkdirSync(SHEETS, { recursive: true });
  const screens = new Set(seen.map(({ screen }) => screen));
  const files = [...screens].map((name) => {
    const file = join(SHEETS, `${name}.html`);
    writeFileSync(
      file,
      sheet(
        name,
        seen.filter(({ screen }) => screen === name),
      ),
    );
    return { page: pathToFileURL(file).href, picture: join(SHEETS, `${name}.png`) };
  });
  const app = await _electron.launch({ args: [join(import.meta.dirname, 'sheet-window.cjs')] });
  try {
    const window = await app.firstWindow();
    for (const { page, picture } of files) {
      await window.goto(page);
      // Dozens of large pictures are drawn for it.
      await window.screenshot({ path: picture, fullPage: true, timeout: 60_000 });
    }
  } finally {
    await app.close();
  }
}

function sheet(screen: string, seen: readonly SeenVariant[]): string {
  const figures = seen.map(({ file, axe, layout }) => {
    const found = [...axe.map(({ rule }) => rule), ...layout.map(({ kind, where }) => `${kind} ${where}`)];
    const name = file.replace(`${screen}-`, '').replace('.png', '');
    return `<figure><img src="../${file}" width="${WIDTH}"><figcaption>${escaped(name)} <b>${escaped(found.join('; '))}</b></figcaption></figure>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>${screen}</title>
<style>body{margin:8px;font:12px sans-serif;display:grid;grid-template-columns:repeat(${COLUMNS},${WIDTH}px);gap:8px}
figure{margin:0}img{border:1px solid #999}b{color:#b00}</style>
${figures.join('\n')}`;
}

const escaped = (text: string): string => text.replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`);
