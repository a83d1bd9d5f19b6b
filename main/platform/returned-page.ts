/** The page that the browser shows when it came back from a login: in both languages, since nobody is asked which. */
import { createHash } from 'node:crypto';
import type { LocalizedText } from '../../connectors/_kit/text';
import { knownText } from '../log/catalogue';

export interface ReturnedPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const STYLE = `
:root { color-scheme: light dark; --ground: #f3f2ee; --text: #1b1f1e; --muted: #55605c; --line: #8d9a94; }
@media (prefers-color-scheme: dark) { :root { --ground: #131615; --text: #eceeed; --muted: #a9b4af; --line: #5b6661; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", sans-serif; }
main { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; }
h1, h2 { margin: 0; line-height: 1.25; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.125rem; }
p { margin: 0.5rem 0 0; }
.english { margin-top: 1.75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--muted); }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** `refused`: the login page said no. Nothing of the answer is in the page. */
export function returnedPage({ refused }: { readonly refused: boolean }): ReturnedPage {
  const title = knownText('login-return.title');
  const text = knownText(refused ? 'login-return.refused' : 'login-return.goes-on');
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
    html: page(title, text),
  };
}

const page = (title: LocalizedText, text: LocalizedText): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simon Koppel</title><style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title.nl}</h1>
<p>${text.nl}</p>
<div class="english" lang="en">
<h2>${title.en}</h2>
<p>${text.en}</p>
</div>
</main>
</body>
</html>
`;
