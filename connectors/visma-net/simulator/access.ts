import type { OAuthGrant } from '../../_kit/simulator/oauth/rules';
import type { TokenStore } from '../../_kit/simulator/oauth/token-store';
import type { Books } from './books';

/** Scopes of the finance API for a person's login and for a service. */
const FINANCE_SCOPES = ['vismanet_erp_interactive_api', 'vismanet_erp_service_api'] as const;
export type FinanceRight = 'read' | 'create' | 'update' | 'delete';
const FINANCE_RIGHTS: readonly FinanceRight[] = ['read', 'create', 'update', 'delete'];

export type SalesOrderRight = 'read' | 'write';
export const SALES_ORDER_SCOPES = ['visma.net.erp.salesorder:read', 'visma.net.erp.salesorder:write'] as const;

const scopesFor = (prefix: string): string[] => FINANCE_RIGHTS.map((right) => `${prefix}:${right}`);
export const INTERACTIVE_SCOPES = scopesFor('vismanet_erp_interactive_api');
export const SERVICE_SCOPES = scopesFor('vismanet_erp_service_api');

/** Who asks, for which company, and with which scopes. */
export interface Access {
  readonly books: Books;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Finds out what a request may see and do. */
export class AccessControl {
  private readonly withdrawn = new Set<string>();

  constructor(
    private readonly tokens: TokenStore,
    private readonly companies: ReadonlyMap<string, Books>,
  ) {}

  /** Null: no token, an old one, or one for a tenant that is no company. The last gets 401 only here, not at its issue. */
  accessOf(authorization: string | undefined): Access | null {
    const grant: OAuthGrant | null = this.tokens.grantOfHeader(authorization);
    const books = grant === null ? undefined : this.companies.get(grant.companyId);
    if (grant === null || books === undefined) return null;
    const scopes = grant.scopes.filter((scope) => !this.withdrawn.has(scope));
    return { books, clientId: grant.clientId, scopes };
  }

  /** Takes scopes away from every token, also from those that were given out. */
  withdraw(scopes: readonly string[]): void {
    for (const scope of scopes) this.withdrawn.add(scope);
  }
}

export const mayUseFinance = (access: Access, right: FinanceRight): boolean =>
  FINANCE_SCOPES.some((prefix) => access.scopes.includes(`${prefix}:${right}`));

/** Whether it is a person's login, not a service app. */
export const isLogin = (access: Access): boolean => INTERACTIVE_SCOPES.some((scope) => access.scopes.includes(scope));

export const mayUseSalesOrders = (access: Access, right: SalesOrderRight): boolean =>
  access.scopes.includes(`visma.net.erp.salesorder:${right}`);
