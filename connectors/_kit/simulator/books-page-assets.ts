/** Style of the books page: one column of cards, light and dark. */
export const BOOKS_PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #ffffff; --text: #1c2330; --soft: #566072; --line: #d9dde4;
  --accent: #0b5cad; --badge: #e3eefa;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --card: #1e232b; --text: #e8ebf0; --soft: #a6afbd; --line: #363d49;
    --accent: #7cb8f5; --badge: #22374e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
header, main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1.25rem 0; }
h1 { margin: 0; font-size: 1.6rem; }
header p { margin: 0.25rem 0 0; color: var(--soft); }
.bar { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; margin-top: 1rem; }
.bar label { display: inline-flex; gap: 0.5rem; align-items: center; min-height: 1.75rem; }
input:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
article {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  padding: 1.1rem 1.25rem; margin-bottom: 1.25rem;
}
article:has(h2:target) { border-color: var(--accent); outline: 2px solid var(--accent); }
h2 { margin: 0; font-size: 1.15rem; scroll-margin-top: 2rem; }
h2 .kind { font-size: 0.8rem; font-weight: 600; background: var(--badge); border-radius: 999px; padding: 0.15rem 0.65rem; margin-left: 0.5rem; white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.15rem 1rem; margin: 0.75rem 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; font-size: 0.9rem; }
th.number, td.number { text-align: right; white-space: nowrap; }
tfoot th, tfoot td { border-bottom: 0; font-weight: 600; }
details { margin-top: 0.75rem; }
summary { cursor: pointer; color: var(--accent); width: fit-content; }
pre { overflow-x: auto; background: var(--page); border-radius: 6px; padding: 0.75rem; font-size: 0.85rem; }
.empty { text-align: center; padding: 3rem 1.25rem; color: var(--soft); }
@media print { .bar, details { display: none; } }
`;

/** Fetches the page again every few seconds while it is looked at, and shows what is new without moving anything else. */
export const BOOKS_PAGE_SCRIPT = `
const REFRESH_MS = 4000;
const automatic = document.getElementById('automatic');
const status = document.getElementById('status');
async function refresh() {
  if (!automatic.checked || document.hidden) return;
  try {
    const response = await fetch(location.href, { cache: 'no-store' });
    const page = await response.text();
    const list = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
    const next = new DOMParser().parseFromString(list, 'text/html').querySelector('main');
    const shown = document.querySelector('main');
    if (next.dataset.revision !== shown.dataset.revision) {
      const open = [...shown.querySelectorAll('details[open]')].map((details) => details.id);
      for (const id of open) next.querySelector('#' + CSS.escape(id))?.setAttribute('open', '');
      shown.replaceWith(document.adoptNode(next));
    }
    status.textContent = next.dataset.summary;
  } catch {
    status.textContent = 'De oefenadministratie is niet bereikbaar. Staat Simon nog aan?';
  }
}
setInterval(refresh, REFRESH_MS);
document.addEventListener('visibilitychange', refresh);
`;
