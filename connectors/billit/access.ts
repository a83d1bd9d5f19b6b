/**
 * What a 401 without one of the login's codes means (docs.billit.be, page "401"): not that the login is over, but that the
 * company, or the object that was asked for, is not one of this login's. Which of these it is, the account tells.
 */
import { parseJson, readAnswer } from '../_kit/answer';
import type { ConnectorContext } from '../_kit/connector';
import type { HttpCall, HttpResponse } from '../_kit/http';
import { problem, type Problem } from '../_kit/problem';
import { fail, type Result } from '../_kit/result';
import { apiAddress } from './addresses';
import { answerRules } from './answer-rules';
import { companyClosed, companyGone, customerRefused, loginRefused, notThere } from './problems';
import { accountSchema, type Company } from './schemas';
import { vendorError } from './vendor-error';

/** What a call needs that is not for a company. */
export type Caller = Pick<ConnectorContext, 'endpoints' | 'clock' | 'send'>;

/** The companies that the login reaches, open to programs or not. */
export async function readCompanies(ctx: Caller): Promise<Result<readonly Company[]>> {
  const call: HttpCall = {
    method: 'GET',
    url: `${apiAddress(ctx.endpoints)}/account/accountInformation`,
    effect: 'read',
    doc: 'https://docs.billit.be/docs/header-values',
  };
  const answer = await ctx.send(call);
  if (!answer.ok) return answer;
  if (answer.value.status === 401) return fail(refusal(answer.value));
  const account = readAnswer(call, answer.value, accountSchema, answerRules, ctx.clock.nowMs());
  return account.ok ? { ok: true, value: account.value.Companies } : account;
}

/**
 * A 401 on a question without a company or an object: only the login is left to refuse. When it was Billit that answered:
 * a web page or half an answer says nothing of the login, and the same question may simply be asked again.
 */
function refusal(response: HttpResponse): Problem {
  const body = parseJson(response);
  if (body.ok ? vendorError(body.value) !== null : body.problem === 'answer-empty') return loginRefused();
  return problem('bad-response', body.ok ? 'answer-unexpected' : body.problem, { status: response.status, field: '' });
}

/** Why a call for a company was refused with 401. Surely nothing was carried out. */
export async function whyRefused(ctx: Caller, call: HttpCall, partyId: string): Promise<Problem> {
  const companies = await readCompanies(ctx);
  if (!companies.ok) return companies.problem;
  const company = companies.value.find((one) => one.PartyID === partyId);
  if (company === undefined) return companyGone(partyId);
  if (!company.APIAllowed) return companyClosed(nameOf(company));
  return call.effect === 'write' ? customerRefused() : notThere();
}

/** The name by which the office knows a company. */
export const nameOf = ({ Name, DisplayName, CommercialName, PartyID }: Company): string =>
  [Name, DisplayName, CommercialName].find((name) => name !== '') ?? PartyID;
