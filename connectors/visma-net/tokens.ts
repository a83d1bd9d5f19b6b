/**
 * Visma.net has two services that each want a token of their own: the finance API that of the person who logged in, the
 * sales order service that of a service app. One grant of the engine holds both, so that they are renewed together.
 */
import { z } from 'zod';

const tokensSchema = z.object({ login: z.string(), service: z.string().nullable() });
/** `service` is null when no service app is registered: then the login is tried everywhere. */
export type Tokens = z.infer<typeof tokensSchema>;

export const joinTokens = (tokens: Tokens): string => JSON.stringify(tokens);

/** The tokens of a grant. A token that stands alone is that of the login. */
export function splitTokens(grant: string): Tokens {
  if (!grant.startsWith('{')) return { login: grant, service: null };
  return tokensSchema.parse(JSON.parse(grant));
}

const claimsSchema = z.object({ tenant_id: z.string().min(1) });

/**
 * The company that a login stands for: claim `tenant_id` of its token (discovery document of connect.visma.com). Null when
 * the token is no JWT or lacks the claim. Read, not verified: only Visma has to trust the token.
 */
export function tenantOf(token: string): string | null {
  const [, payload = ''] = token.split('.');
  try {
    const claims = claimsSchema.safeParse(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
    return claims.success ? claims.data.tenant_id : null;
  } catch {
    return null;
  }
}
