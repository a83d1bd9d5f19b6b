import { amsterdamDay } from '../_kit/amsterdam-day';
import type { Administration, CheckContext, Connector } from '../_kit/connector';
import { readRecords, textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { problem } from '../_kit/problem';
import { ADMINISTRATION_KEY } from '../_kit/settings';
import { settingValues } from '../_kit/setting-values';
import { ratesOn, type Facts } from './facts';
import { getWholeList } from './finance-api';
import { administrationGone } from './problems';
import { organizationSchema, vatCategorySchema, type Organization } from './schemas';
import type { CallContext } from './send';
import { fields } from './settings';

/** Which administration is behind the login, and what every call needs to know about it. Two requests. */
export const check: Connector['check'] = async (ctx): Promise<Result<Administration>> => {
  const organizations = await readOrganizations(ctx);
  if (!organizations.ok) return organizations;
  const chosen = chosenOf(organizations.value, ctx);
  if (!chosen.ok) return chosen;
  const vatRates = await readVatRates(ctx);
  if (!vatRates.ok) return vatRates;
  const organization = chosen.value;
  const facts: Facts = {
    vatRates: vatRates.value,
    branch: organizations.value.length > 1 ? (organization.branches[0]?.number ?? null) : null,
  };
  return ok({ id: idOf(organization), name: organization.name || organization.organizationCd, facts });
};

/** The administrations of the company that the login stands for. */
export async function readOrganizations(ctx: CallContext): Promise<Result<readonly Organization[]>> {
  const rows = await getWholeList(ctx, '/v1/organization', { expandBranches: 'true' });
  if (!rows.ok) return rows;
  const { read, parked } = readRecords(rows.value, organizationSchema, (row) => ({
    externalId: textUnder(row, 'organizationCd'),
    label: textUnder(row, 'name'),
  }));
  const [unread] = parked;
  if (unread !== undefined && read.length === 0) return fail(unread.problem);
  return ok(read);
}

/** The administration that the setting names; the first one while it is empty. */
export function chosenOf(
  organizations: readonly Organization[],
  { settings }: Pick<CheckContext, 'settings'>,
): Result<Organization> {
  const asked = settingValues(fields, settings).text(ADMINISTRATION_KEY);
  const found = asked === '' ? organizations[0] : organizations.find((one) => one.organizationCd === asked);
  if (found !== undefined) return ok(found);
  if (asked === '') return fail(problem('bad-response', 'answer-unexpected', { status: 200, field: 'organizationCd' }));
  return fail(administrationGone(asked, organizations.map((one) => `${one.organizationCd} ${one.name}`).join(', ')));
}

/**
 * Organisations are numbered within their company, often from 1, so that the number alone would let another company of the
 * same user pass for this one; what the chamber of commerce or the tax office calls it tells them apart.
 */
const idOf = ({ organizationCd, corporateId, vatRegistrationId }: Organization): string =>
  [organizationCd, corporateId || vatRegistrationId].filter((part) => part !== '').join('/');

/** VAT rates serve for totals on screen; a login that may not read them does without. */
async function readVatRates(ctx: CheckContext): Promise<Result<Facts['vatRates']>> {
  const rows = await getWholeList(ctx, '/v1/vatCategory');
  if (!rows.ok) return rows.problem.kind === 'rejected' || rows.problem.kind === 'not-allowed' ? ok({}) : rows;
  const { read } = readRecords(rows.value, vatCategorySchema, (row) => ({
    externalId: textUnder(row, 'vatCategoryId'),
    label: textUnder(row, 'description'),
  }));
  return ok(ratesOn(read, amsterdamDay(ctx.clock.nowMs())));
}
