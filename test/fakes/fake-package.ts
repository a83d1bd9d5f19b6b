import { articleGroupNames, exclusionWord, pullOrders, travelArticle } from '../../connectors/_kit/common-fields';
import type { Connector, ConnectorContext, PullPage } from '../../connectors/_kit/connector';
import type { HttpCall } from '../../connectors/_kit/http';
import type { PulledArticle, PulledCustomer, Resource } from '../../connectors/_kit/model';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Fetch } from '../../main/ports';

const unused = (): never => {
  throw new Error('Not part of this test');
};
const words = { packageName: 'Pakket', document: { nl: 'de order', en: 'the order' } };

/**
 * An accounting package with a few books, for tests of linking and settings: a connector and the service behind it.
 * Pushing is left out, and pulling gives what it `holds` in one page. `asked` holds every request that reached it.
 */
export class FakePackage {
  /** Administration by key. */
  readonly administrations = new Map([
    ['key-of-jansen', { id: 'adm-1', name: 'Jansen Installaties' }],
    ['key-of-pietersen', { id: 'adm-2', name: 'Pietersen BV' }],
  ]);
  readonly articles = new Set(['REIS', 'ARBEID']);
  readonly articleGroups = new Set(['Diensten', 'Materiaal']);
  readonly asked: string[] = [];
  isOnline = true;
  /** What a pull gives; `problem`: after the page. */
  readonly holds: {
    customers: readonly PulledCustomer[];
    articles: readonly PulledArticle[];
    problem: Problem | null;
  } = { customers: [], articles: [], problem: null };

  private async *pull<R extends Resource>(_ctx: ConnectorContext, resource: R): AsyncGenerator<Result<PullPage<R>>> {
    const records =
      resource === 'customers' ? this.holds.customers : resource === 'articles' ? this.holds.articles : [];
    const page: PullPage<Resource> = {
      records: records.map((record) => ({ kind: 'present', record })),
      parked: [],
      mark: { highWater: null, state: null },
      total: records.length,
    };
    if (records.length > 0) yield await Promise.resolve(ok(page as PullPage<R>));
    if (this.holds.problem !== null) yield fail(this.holds.problem);
  }

  readonly fetch: Fetch = (url, init) => {
    if (!this.isOnline) return Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }));
    const { pathname, search } = new URL(url);
    this.asked.push(`${pathname}${decodeURIComponent(search)}`);
    const administration = this.administrations.get(new Headers(init.headers).get('authorization') ?? '');
    if (administration === undefined) return Promise.resolve(new Response('', { status: 401 }));
    const [, kind, name = ''] = decodeURIComponent(pathname).split('/');
    if (kind === 'company') return Promise.resolve(Response.json(administration));
    const known = kind === 'articles' ? this.articles : this.articleGroups;
    return Promise.resolve(new Response('', { status: known.has(name) ? 200 : 404 }));
  };

  readonly connector: Connector = {
    manifest: {
      id: 'snelstart',
      label: 'Pakket',
      vendorSite: 'https://package.test',
      documentName: { nl: 'order', en: 'order' },
      explanation: [{ nl: 'Klanten komen uit Pakket.', en: 'Customers come from Pakket.' }],
      link: {
        kind: 'key',
        credentials: [
          {
            key: 'key',
            label: { nl: 'Sleutel', en: 'Key' },
            help: { nl: '', en: '' },
            secret: true,
            pattern: '[a-z-]+',
          },
        ],
        registration: [
          { key: 'app', label: { nl: 'App', en: 'App' }, help: { nl: '', en: '' }, secret: true, pattern: '[a-z0-9]+' },
        ],
        life: { unusedDays: null, certainty: 'unknown', source: '' },
        checkLabel: { nl: 'Check', en: 'Check' },
        loginSteps: [],
      },
      endpoints: { api: 'https://package.test' },
      capabilities: {
        resources: {},
        pullIntervalMinutes: { default: 5, minimum: 2 },
        lookUp: { reliable: true, quietMs: 0, repeatMs: 0 },
        attachments: null,
        requestsPerMinute: 60_000,
        decimals: { quantity: 2, unitPrice: 2 },
      },
      settings: [
        travelArticle(words),
        articleGroupNames(words),
        exclusionWord(words),
        ...pullOrders('orders', {
          packageName: 'Pakket',
          documents: { nl: 'orders', en: 'orders' },
          descriptionFrom: [{ value: 'description', label: { nl: 'Omschrijving', en: 'Description' } }],
        }),
        {
          key: 'template',
          kind: 'remote-choice',
          default: '',
          check: 'live',
          label: { nl: 'Sjabloon', en: 'Template' },
          help: { nl: '', en: '' },
        },
      ],
    },
    auth: {
      obtain: (_ctx, { key = '' }) =>
        Promise.resolve(
          this.administrations.has(key) || !this.isOnline
            ? ok({ token: key, expiresAtMs: null })
            : fail(problem('needs-login', 'login-refused')),
        ),
      authorize: (call, grant) => ({ ...call, headers: { ...call.headers, authorization: grant.token } }),
      connectionProblem: (response) => (response.status === 401 ? 'expired' : null),
    },
    check: async (ctx) => {
      const answer = await ctx.send(this.call('company'));
      if (!answer.ok) return answer;
      const { id, name } = JSON.parse(answer.value.body) as { id: string; name: string };
      return ok({ id, name, facts: null });
    },
    checkSetting: async (ctx, key) => {
      const value = ctx.settings[key];
      const kind = key === 'articleGroups' ? 'groups' : 'articles';
      for (const name of ([value].flat() as string[]).filter((one) => one !== '')) {
        const found = await this.find(ctx, kind, name);
        if (!found.ok) return found;
        if (!found.value)
          return ok({ ok: false, problem: problem('invalid-input', 'setting-choice-unknown', { value: name }) });
      }
      return ok({ ok: true, verified: true, detail: { nl: 'Gevonden', en: 'Found' } });
    },
    listChoices: (ctx) =>
      Promise.resolve(ok([{ value: ctx.administration.id, label: { nl: 'Sjabloon', en: 'Template' } }])),
    pull: this.pull.bind(this),
    listIds: unused,
    push: { toRequest: unused, findByMarker: unused, create: unused },
  };

  private async find(ctx: ConnectorContext, kind: 'articles' | 'groups', name: string): Promise<Result<boolean>> {
    const answer = await ctx.send(this.call(`${kind}/${encodeURIComponent(name)}`));
    return answer.ok ? ok(answer.value.status === 200) : answer;
  }

  private call(path: string): HttpCall {
    return { method: 'GET', url: `https://package.test/${path}`, effect: 'read', doc: '' };
  }
}
