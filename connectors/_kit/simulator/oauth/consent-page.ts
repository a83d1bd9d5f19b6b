import { randomBytes } from 'node:crypto';
import { escapeHtml } from '../html';
import type { SimulatorResponse } from '../http-exchange';

/** Somebody who can log in on the page. */
export interface PracticeUser {
  readonly id: string;
  readonly name: string;
  /** The companies this user may open to a program; without one, nothing can be allowed. */
  readonly companyIds: readonly string[];
}

export interface PracticeCompany {
  readonly id: string;
  readonly name: string;
}

export interface ConsentPageContent {
  /** Who the user logs in to: `Visma Connect`. */
  readonly vendorLabel: string;
  readonly clientId: string;
  readonly users: readonly PracticeUser[];
  /** What the user chooses from; empty when the vendor does not let the user choose. */
  readonly companies: readonly PracticeCompany[];
  readonly scopes: readonly string[];
  /** The authorize request, given back by the form. */
  readonly parameters: URLSearchParams;
}

/** What the person answered on the page. */
export interface ConsentAnswer {
  readonly allowed: boolean;
  readonly userId: string;
  /** Empty when there was nothing to choose. */
  readonly companyId: string;
}

/** Reads the form of the page; the parameters of the authorize request stand in it as well. */
export const readConsent = (form: URLSearchParams): ConsentAnswer => ({
  allowed: form.get('practice_decision') === 'allow',
  userId: form.get('practice_user') ?? '',
  companyId: form.get('practice_company') ?? '',
});

/** The page on which a person logs in and allows or refuses. The form posts to the address of the page itself. */
export function renderConsentPage(content: ConsentPageContent): SimulatorResponse {
  const label = escapeHtml(content.vendorLabel);
  const hidden = [...content.parameters].map(([name, value]) => input('hidden', name, value)).join('');
  const users = content.users
    .map((user, index) => {
      const checked = index === 0 ? ' checked' : '';
      return `<label><input type="radio" name="practice_user" value="${escapeHtml(user.id)}"${checked}> ${escapeHtml(user.name)}</label>`;
    })
    .join('');
  const companies = content.companies
    .map((company) => `<option value="${escapeHtml(company.id)}">${escapeHtml(company.name)}</option>`)
    .join('');
  const chooser =
    content.companies.length > 0
      ? `<p><label for="company">Bedrijf</label> <select id="company" name="practice_company">${companies}</select></p>`
      : '';
  const scopes = content.scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('');
  return page(
    200,
    `Aanmelden bij ${label}`,
    `<p>Dit is een nagebootste aanmeldpagina. <strong>${escapeHtml(content.clientId)}</strong> vraagt toegang tot de administratie.</p>
<form method="post">${hidden}
<fieldset><legend>Aanmelden als</legend>${users}</fieldset>
${chooser}
${scopes === '' ? '' : `<p>Gevraagde rechten:</p><ul>${scopes}</ul>`}
<p class="buttons"><button name="practice_decision" value="allow">Toestaan</button> <button name="practice_decision" value="deny" class="quiet">Weigeren</button></p>
</form>`,
  );
}

/** What a person sees when the login cannot go on and there is no address to go back to. `reason`: Dutch sentences. */
export const renderLoginProblem = (status: number, vendorLabel: string, reason: string): SimulatorResponse =>
  page(status, `Aanmelden bij ${escapeHtml(vendorLabel)} lukt niet`, `<p role="alert">${escapeHtml(reason)}</p>`);

const input = (type: string, name: string, value: string): string =>
  `<input type="${type}" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 3rem auto; padding: 0 1.25rem; font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.5rem; }
fieldset { border: 1px solid #8a93a3; border-radius: 8px; padding: 0.75rem 1rem; }
fieldset label { display: block; min-height: 1.75rem; }
select, button { font: inherit; padding: 0.4rem 0.9rem; border-radius: 6px; }
button { background: #0b5cad; color: #fff; border: 1px solid #0b5cad; }
button.quiet { background: transparent; color: inherit; border-color: #8a93a3; }
:focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px; }
`;
const NONCE_BYTES = 16;

function page(status: number, title: string, body: string): SimulatorResponse {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // No form-action: browsers hold it against the redirect after the form, which goes to the registered address.
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
    },
    body: `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${title}</h1>
${body}
</main></body>
</html>`,
  };
}
