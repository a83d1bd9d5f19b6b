import type { AuthContext, Grant, Secrets } from '../_kit/connector';
import { formBody } from '../_kit/http';
import { REGISTRATION_KEYS, requestToken, TOKEN_KEYS, type TokenService } from '../_kit/oauth-login';
import { fail, ok, type Result } from '../_kit/result';
import { tokenAddress } from './addresses';
import { otherTenant, serviceRefusal, tenantMissing } from './login-problems';
import { VISMA_KEYS } from './registration';
import { tenantOf } from './tokens';

/** Scopes of the sales order service (its OpenAPI description, security scheme; client credentials is its only flow). */
const SERVICE_SCOPES = 'visma.net.erp.salesorder:read visma.net.erp.salesorder:write';

const service: TokenService = {
  tokenAddress,
  encode: formBody,
  doc: 'https://docs.vismasoftware.no/vismanetapi, page Authentication',
  refusal: (response) => serviceRefusal(response),
};

/**
 * A token of the service app for the sales order service, null when no service app is registered. It comes without refresh
 * token and costs one request, so it is never kept.
 *
 * The service app may reach every company that approved it, the login reaches one: when the two are not the same, orders
 * would go to other books than the customers come from, and nothing is sent (`not-allowed`).
 */
export async function serviceToken(ctx: AuthContext, secrets: Secrets): Promise<Result<Grant | null>> {
  const clientId = secrets[VISMA_KEYS.serviceClientId] ?? '';
  if (clientId === '') return ok(null);
  const registered = secrets[VISMA_KEYS.tenantId] ?? '';
  const loggedIn = tenantOf(secrets[TOKEN_KEYS.accessToken] ?? '');
  const tenantId = registered === '' ? (loggedIn ?? '') : registered;
  if (tenantId === '') return fail(tenantMissing());
  if (loggedIn !== null && loggedIn.toLowerCase() !== tenantId.toLowerCase()) return fail(otherTenant());
  const app: Secrets = {
    [REGISTRATION_KEYS.clientId]: clientId,
    [REGISTRATION_KEYS.clientSecret]: secrets[VISMA_KEYS.serviceClientSecret] ?? '',
  };
  return requestToken(service, ctx, app, {
    grant_type: 'client_credentials',
    tenant_id: tenantId,
    scope: SERVICE_SCOPES,
  });
}
