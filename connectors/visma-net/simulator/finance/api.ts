import { emptyResponse, type SimulatorRequest, type SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import { findRoute, type PathParameters } from '../../../_kit/simulator/router';
import { mayUseFinance, type Access } from '../access';
import type { RatePolicy } from '../gateway';
import { articleRoutes } from './article-routes';
import { attachmentRoutes } from './attachment-routes';
import { customerRoutes } from './customer-routes';
import { invoiceRoutes } from './invoice-routes';
import { noLicence } from './problems';
import { route, type FinanceApiOptions, type FinanceRoute } from './routes';
import { settingRoutes } from './setting-routes';

/** Where the finance API was before. */
const OLD_BASE = '/api/controller/api';

/** Everything below `/v1` and `/v2`: the finance API, also under its old base `/API/controller/api`. */
export function createFinanceApi(
  options: FinanceApiOptions,
): (request: SimulatorRequest) => Promise<SimulatorResponse> {
  const routes = financeRoutes(options);
  return async (request) => {
    const { problems } = options;
    const old = request.path.toLowerCase().startsWith(OLD_BASE);
    if (old && options.quirks.oldAddress === 'gone') return emptyResponse(410);
    const path = old ? request.path.slice(OLD_BASE.length) : request.path;
    const policy: RatePolicy = old ? '6-fixed-window' : '4-fixed-window';
    const access = options.access.accessOf(request.headers.authorization);
    const response = await options.gateway.limited(
      policy,
      access,
      (seconds) => problems.tooManyRequests(seconds),
      () => answer({ ...request, path }, access, routes, options),
    );
    return { ...response, headers: { ...response.headers, 'ipp-request-id': options.newId() } };
  };
}

async function answer(
  request: SimulatorRequest,
  access: Access | null,
  routes: readonly FinanceRoute[],
  options: FinanceApiOptions,
): Promise<SimulatorResponse> {
  const { problems } = options;
  if (access === null) return problems.unauthorized();
  if (!access.books.company.licensed) return noLicence(options.newId());
  const found = findRoute(routes, request.method, request.path);
  if (found === null) return problems.notFound(`The address ${request.path}`);
  if (!mayUseFinance(access, found.route.right)) return problems.forbidden();
  const carryOut = async (): Promise<SimulatorResponse> =>
    found.route.handle(request, access, decodedParameters(found.parameters));
  return options.background.answer(request, access, carryOut);
}

/** A part of the path may be `b64(…)`: the base64url form of an id with characters that a path does not take. */
const decodedParameters = (parameters: PathParameters): PathParameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, text]) => {
      const encoded = /^b64\(([A-Za-z0-9\-_=]+)\)$/.exec(text)?.[1];
      return [name, encoded === undefined ? text : Buffer.from(encoded, 'base64url').toString('utf8')];
    }),
  );

const financeRoutes = (options: FinanceApiOptions): readonly FinanceRoute[] => [
  ...customerRoutes(options),
  ...articleRoutes(options),
  ...invoiceRoutes(options),
  ...attachmentRoutes(options),
  ...settingRoutes(options),
  route('GET', '/v1/background/{id}', (_request, access, { id = '' }) => options.background.state(id, access)),
  route('GET', '/v1/background/{id}/content', (_request, access, { id = '' }) =>
    options.background.content(id, access),
  ),
];
