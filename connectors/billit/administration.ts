import type { Administration, Connector, ConnectorContext, SettingCheck } from '../_kit/connector';
import { fail, ok, type Result } from '../_kit/result';
import { settingValues } from '../_kit/setting-values';
import { ADMINISTRATION_KEY, type Settings } from '../_kit/settings';
import { nameOf, readCompanies } from './access';
import { getPage, LISTS } from './api';
import type { Facts } from './facts';
import { companyClosed, companyGone, noCompany } from './problems';
import type { Company } from './schemas';
import { companyNotChosen } from './setting-problems';
import { fields } from './settings';

/** Term of an invoice in days when neither customer nor company has one: the usual one in Belgium and the Netherlands. */
const USUAL_EXPIRY_DAYS = 30;

/**
 * The company that invoices are made for: the one that the setting names, else the first one of the login that is open to
 * programs. One request.
 */
export const check: Connector['check'] = async (ctx): Promise<Result<Administration>> => {
  const companies = await readCompanies(ctx);
  if (!companies.ok) return companies;
  const chosen = chosenPartyId(ctx.settings);
  const company =
    chosen === ''
      ? (companies.value.find((one) => one.APIAllowed) ?? companies.value[0])
      : companies.value.find((one) => one.PartyID === chosen);
  if (company === undefined) return fail(chosen === '' ? noCompany() : companyGone(chosen));
  if (!company.APIAllowed) return fail(companyClosed(nameOf(company)));
  const facts: Facts = { expiryOffsetDays: company.DefaultExpiryOffset ?? USUAL_EXPIRY_DAYS };
  return ok({ id: company.PartyID, name: nameOf(company), facts });
};

/** The companies of the login that are open to programs. */
export const listChoices: Connector['listChoices'] = async (ctx, key) => {
  if (key !== ADMINISTRATION_KEY) throw new Error(`Setting ${key} has no choices in Billit`);
  const companies = await readCompanies(ctx);
  if (!companies.ok) return companies;
  return ok(companies.value.filter((one) => one.APIAllowed).map(asChoice));
};

/** Controleer: the company is one of the login's, and lets itself be read. Two requests. */
export async function checkCompany(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const chosen = chosenPartyId(ctx.settings);
  const companies = await readCompanies(ctx);
  if (!companies.ok) return companies;
  const open = companies.value.filter((one) => one.APIAllowed);
  if (chosen === '' && open.length > 1) return ok({ ok: false, problem: companyNotChosen(open.map(nameOf)) });
  const company = chosen === '' ? open[0] : companies.value.find((one) => one.PartyID === chosen);
  if (company === undefined) return ok({ ok: false, problem: chosen === '' ? noCompany() : companyGone(chosen) });
  if (!company.APIAllowed) return ok({ ok: false, problem: companyClosed(nameOf(company)) });

  const asCompany = { ...ctx, administration: { id: company.PartyID } };
  const page = await getPage(asCompany, LISTS.orders, { skip: 0, top: 1 });
  if (!page.ok) return page.problem.kind === 'not-allowed' ? ok({ ok: false, problem: page.problem }) : page;
  const name = nameOf(company);
  return ok({ ok: true, verified: true, detail: { nl: `Gevonden: ${name}`, en: `Found: ${name}` } });
}

const chosenPartyId = (settings: Settings): string => settingValues(fields, settings).text(ADMINISTRATION_KEY);

function asChoice(company: Company) {
  const label = nameOf(company);
  return { value: company.PartyID, label: { nl: label, en: label } };
}
