import { emptyResponse, type SimulatorRequest, type SimulatorResponse } from '../http-exchange';
import type { OAuthClient } from './client-authentication';
import {
  readConsent,
  renderConsentPage,
  renderLoginProblem,
  type PracticeCompany,
  type PracticeUser,
} from './consent-page';
import { readChallenge } from './pkce';
import { isAllowedRedirect, withParameters } from './redirect-address';
import type { OAuthRules } from './rules';
import type { TokenStore } from './token-store';

/** A client whose logins may go back to these addresses. */
export interface RegisteredClient extends OAuthClient {
  readonly redirectUris: readonly string[];
}

export interface AuthorizeOptions {
  readonly rules: OAuthRules;
  readonly vendorLabel: string;
  readonly clients: readonly RegisteredClient[];
  readonly users: () => readonly PracticeUser[];
  readonly companies: () => readonly PracticeCompany[];
  readonly tokens: TokenStore;
}

/**
 * The authorize address (RFC 6749, section 4.1.1). GET shows the page, POST is its form. With an unknown client or an
 * address that is not registered nothing is redirected: that would send the person to a stranger.
 */
export function answerAuthorize(request: SimulatorRequest, options: AuthorizeOptions): SimulatorResponse {
  const { rules } = options;
  const form = request.method === 'POST' ? new URLSearchParams(request.body.toString('utf8')) : null;
  const parameters = form ?? request.query;
  const problem = (reason: string): SimulatorResponse => renderLoginProblem(400, options.vendorLabel, reason);
  const client = options.clients.find((candidate) => candidate.clientId === parameters.get('client_id'));
  if (client === undefined) return problem('Dit programma is niet bekend (client_id).');
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!isAllowedRedirect(redirectUri, client.redirectUris, rules.loopback)) {
    return problem('Het adres om naar terug te gaan is niet geregistreerd voor dit programma (redirect_uri).');
  }
  const goBack = (answer: Readonly<Record<string, string>>): SimulatorResponse => ({
    ...emptyResponse(302),
    headers: {
      location: withParameters(redirectUri, { ...answer, state: parameters.get('state'), iss: rules.issuer() }),
      'cache-control': 'no-store',
    },
  });

  const error = refusalOf(parameters, client, rules);
  if (error !== null) return goBack({ error });
  if (form === null && rules.consent === 'page') return consentPage(parameters, client, options);
  const consent = form === null ? null : readConsent(form);
  if (consent?.allowed === false) return goBack({ error: 'access_denied' });

  const users = options.users();
  const user = consent === null ? users[0] : users.find((candidate) => candidate.id === consent.userId);
  const companyId = consent !== null && rules.choosesCompany ? consent.companyId : user?.companyIds[0];
  if (user === undefined || companyId === undefined || !user.companyIds.includes(companyId)) {
    return problem('Deze gebruiker mag dit bedrijf niet voor een programma openstellen.');
  }
  const grant = options.tokens.newGrant({
    clientId: client.clientId,
    userId: user.id,
    companyId,
    scopes: scopesOf(parameters),
  });
  const challenge = rules.pkce === 'verify' ? readChallenge(parameters) : null;
  return goBack({ code: options.tokens.newCode(grant, redirectUri, challenge === 'invalid' ? null : challenge) });
}

/** The scopes of a request, in the order given. */
export const scopesOf = (parameters: URLSearchParams): readonly string[] =>
  (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== '');

/** The error that is sent back to the redirect address, or null when the request is right. */
function refusalOf(parameters: URLSearchParams, client: OAuthClient, rules: OAuthRules): string | null {
  if (parameters.get('response_type') !== 'code') return 'unsupported_response_type';
  const scopes = scopesOf(parameters);
  const known = rules.scopes;
  if (known !== null && (scopes.length === 0 || scopes.some((scope) => !known.includes(scope)))) return 'invalid_scope';
  if (rules.pkce === 'ignore') return null;
  const challenge = readChallenge(parameters);
  if (challenge === 'invalid') return 'invalid_request';
  return client.clientSecret === null && challenge === null ? 'invalid_request' : null;
}

const consentPage = (parameters: URLSearchParams, client: OAuthClient, options: AuthorizeOptions): SimulatorResponse =>
  renderConsentPage({
    vendorLabel: options.vendorLabel,
    clientId: client.clientId,
    users: options.users(),
    companies: options.rules.choosesCompany ? options.companies() : [],
    scopes: scopesOf(parameters),
    parameters,
  });
