import { createHash, randomUUID } from 'node:crypto';
import { administration, travelArticle } from '../../connectors/_kit/common-fields';
import type { CheckContext, Connector, ConnectorContext } from '../../connectors/_kit/connector';
import type { OutgoingDocument, RemoteDocument } from '../../connectors/_kit/document';
import { formBody, jsonBody, type HttpCall, type HttpResponse } from '../../connectors/_kit/http';
import type { CredentialField } from '../../connectors/_kit/manifest';
import { oauthLogin, REGISTRATION_KEYS } from '../../connectors/_kit/oauth-login';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { ADMINISTRATION_KEY } from '../../connectors/_kit/settings';
import type { Json } from '../../connectors/_kit/text';
import type { Fetch, Time } from '../../main/ports';

const API = 'https://package.test';
const TOKEN_MS = 600_000;
const words = { packageName: 'Pakket', document: { nl: 'de order', en: 'the order' } };

/** What the office enters about the app. */
export const APP = { clientId: 'simon', clientSecret: 'secret-of-the-app', redirectUri: 'http://127.0.0.1:8123/terug' };

export interface Asked {
  readonly path: string;
  /** Fields of a token request; empty for other calls. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * An accounting package in memory whose link is a login, as strict as the real ones: codes and refresh tokens work once,
 * a token ends after ten minutes, one person may open several administrations. Its connector speaks HTTP.
 */
export class LoginPackage {
  /** Administrations that the person who logs in may open; the first one is that of the login itself. */
  administrations = [
    { id: '100', name: 'Jansen Installaties' },
    { id: '200', name: 'Jansen Verhuur' },
  ];
  readonly articles: Record<string, readonly string[]> = { '100': ['REIS'], '200': ['RIT'] };
  readonly documents: RemoteDocument[] = [];
  readonly asked: Asked[] = [];
  /** Every token that was ever given; for asserting that none shows up where it should not. */
  readonly given: string[] = [];
  isOnline = true;
  /** Refuses every call, and asks to be left alone for so many seconds; null = it does not. */
  asksToWaitSeconds: number | null = null;
  /** Called before an answer leaves; may wait, or throw to lose the answer on its way. */
  beforeAnswer: (asked: Asked) => void | Promise<void> = () => undefined;
  private readonly codes = new Map<string, { readonly redirectUri: string; readonly challenge: string }>();
  private refreshToken = '';
  private access = { token: '', endsAtMs: 0 };

  constructor(private readonly time: Time) {}

  /** The person agrees on the login page; what the browser comes back with. */
  agree(page: URL): URLSearchParams {
    const { searchParams } = page;
    const code = `code-${randomUUID()}`;
    this.codes.set(code, {
      redirectUri: searchParams.get('redirect_uri') ?? '',
      challenge: searchParams.get('code_challenge') ?? '',
    });
    return new URLSearchParams({ code, state: searchParams.get('state') ?? '' });
  }

  /** The person, or a second installation, made the tokens of this login worthless. */
  withdraw(): void {
    this.refreshToken = '';
    this.access = { token: '', endsAtMs: 0 };
  }

  /** The access token ends before its time; the login goes on. */
  endAccess(): void {
    this.access = { token: '', endsAtMs: 0 };
  }

  renewals(): number {
    return this.asked.filter(({ fields }) => fields.grant_type === 'refresh_token').length;
  }

  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const fields = pathname === '/token' ? Object.fromEntries(new URLSearchParams(textOf(init.body))) : {};
    const asked = { path: `${init.method ?? 'GET'} ${pathname}`, fields };
    this.asked.push(asked);
    if (!this.isOnline) throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    if (this.asksToWaitSeconds !== null) {
      return new Response('', { status: 429, headers: { 'retry-after': String(this.asksToWaitSeconds) } });
    }
    const answer = pathname === '/token' ? this.token(fields) : this.books(pathname, searchParams, init);
    await this.beforeAnswer(asked);
    return answer;
  };

  private token(fields: Readonly<Record<string, string>>): Response {
    const isApp = fields.client_id === APP.clientId && fields.client_secret === APP.clientSecret;
    const isRight = isApp && (fields.grant_type === 'refresh_token' ? this.takeRefresh(fields) : this.takeCode(fields));
    if (!isRight) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    this.refreshToken = `refresh-${randomUUID()}`;
    this.access = { token: `access-${randomUUID()}`, endsAtMs: this.time.nowMs() + TOKEN_MS };
    this.given.push(this.refreshToken, this.access.token);
    return Response.json({ access_token: this.access.token, refresh_token: this.refreshToken, expires_in: '600' });
  }

  private takeRefresh({ refresh_token }: Readonly<Record<string, string>>): boolean {
    return this.refreshToken !== '' && refresh_token === this.refreshToken;
  }

  private takeCode({ code = '', redirect_uri, code_verifier = '' }: Readonly<Record<string, string>>): boolean {
    const known = this.codes.get(code);
    this.codes.delete(code);
    const challenge = createHash('sha256').update(code_verifier).digest('base64url');
    return known !== undefined && known.redirectUri === redirect_uri && known.challenge === challenge;
  }

  private books(pathname: string, query: URLSearchParams, init: RequestInit): Response {
    const bearer = new Headers(init.headers).get('authorization');
    if (bearer !== `Bearer ${this.access.token}` || this.time.nowMs() >= this.access.endsAtMs) {
      return new Response('', { status: 401 });
    }
    const chosen = query.get('administration') ?? '';
    const reached = this.administrations.find(({ id }) => chosen === '' || id === chosen);
    if (reached === undefined) return new Response('', { status: 403 });
    const [, table = '', key = ''] = pathname.split('/').map(decodeURIComponent);
    if (table === 'company') return Response.json(reached);
    if (table === 'articles')
      return new Response('', { status: this.articles[reached.id]?.includes(key) === true ? 200 : 404 });
    if (init.method === 'GET') return Response.json(this.documents.filter(({ marker }) => marker === key));
    const number = `${reached.id}-${this.documents.length + 1}`;
    const document = { ...(JSON.parse(textOf(init.body)) as RemoteDocument), externalId: number, number };
    this.documents.push(document);
    return Response.json(document, { status: 201 });
  }

  get connector(): Connector {
    return {
      manifest: {
        id: 'exact-online',
        label: 'Pakket',
        vendorSite: API,
        documentName: { nl: 'order', en: 'order' },
        explanation: [],
        link: {
          kind: 'oauth',
          credentials: [],
          registration: [
            field(REGISTRATION_KEYS.clientId, false),
            field(REGISTRATION_KEYS.clientSecret, true),
            field(REGISTRATION_KEYS.redirectUri, false),
          ],
          life: { unusedDays: 30, certainty: 'documented', source: '' },
          checkLabel: { nl: 'Aanmelden', en: 'Log in' },
          loginSteps: [],
        },
        endpoints: { api: API },
        capabilities: {
          resources: {},
          pullIntervalMinutes: { default: 5, minimum: 1 },
          lookUp: { reliable: true, quietMs: 0, repeatMs: 0 },
          attachments: null,
          requestsPerMinute: 60_000,
          decimals: { quantity: 2, unitPrice: 2 },
        },
        settings: [
          administration({ nl: 'Administratie', en: 'Administration' }, { nl: '', en: '' }),
          travelArticle(words),
        ],
      },
      auth: {
        ...oauthLogin({
          authorizeAddress: () => `${API}/authorize`,
          tokenAddress: () => `${API}/token`,
          authorizeParameters: ({ codeChallenge }) => ({ code_challenge: codeChallenge }),
          pkce: true,
          encode: formBody,
          doc: '',
        }),
        authorize: (call, grant) => ({ ...call, headers: { ...call.headers, authorization: `Bearer ${grant.token}` } }),
        connectionProblem: ({ status }) => (status === 401 ? 'expired' : null),
      },
      check: async (ctx) => {
        const answer = await ctx.send(get('company', ctx));
        if (!answer.ok) return answer;
        if (answer.value.status === 403) return fail(problem('not-allowed', 'pakket.not-this-one'));
        const { id, name } = JSON.parse(answer.value.body) as { id: string; name: string };
        return ok({ id, name, facts: null });
      },
      checkSetting: async (ctx, key) => {
        const value = textOf(ctx.settings[key]);
        if (key === ADMINISTRATION_KEY || value === '') return ok(right);
        const answer = await ctx.send(get(`articles/${value}`, ctx));
        if (!answer.ok) return answer;
        if (answer.value.status === 200) return ok(right);
        return ok({ ok: false, problem: problem('invalid-input', 'article-unknown', { article: value }) });
      },
      listChoices: () =>
        Promise.resolve(ok(this.administrations.map(({ id, name }) => ({ value: id, label: { nl: name, en: name } })))),
      pull: nothing,
      listIds: nothing,
      push: {
        toRequest: (document) => ({
          marker: document.marker,
          variants: [bodyOf(document)],
          fields: [],
          lines: [],
          cuts: [],
        }),
        findByMarker: async (ctx, { marker }) => {
          const answer = await ctx.send(get(`documents/${marker}`, ctx));
          return answer.ok ? ok(JSON.parse(answer.value.body) as RemoteDocument[]) : answer;
        },
        create: async (ctx, body) => {
          const call: HttpCall = { ...get('documents', ctx), method: 'POST', effect: 'write', body: jsonBody(body) };
          const answer: Result<HttpResponse> = await ctx.send(call);
          return answer.ok ? ok(JSON.parse(answer.value.body) as RemoteDocument) : answer;
        },
      },
    };
  }
}

const right = { ok: true, verified: true, detail: { nl: 'Gevonden', en: 'Found' } } as const;

const field = (key: string, secret: boolean): CredentialField => ({
  key,
  label: { nl: key, en: key },
  help: { nl: '', en: '' },
  secret,
});

const get = (path: string, ctx: CheckContext | ConnectorContext): HttpCall => ({
  method: 'GET',
  url: `${API}/${path}`,
  query: { administration: textOf(ctx.settings[ADMINISTRATION_KEY]) },
  effect: 'read',
  doc: '',
});

const bodyOf = ({ marker, customer, totals }: OutgoingDocument): Json => ({
  marker,
  customerExternalId: customer.externalId,
  totalExclVat: totals.exclVat,
  totalInclVat: totals.inclVat,
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An empty table. */
const nothing = (): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
});
