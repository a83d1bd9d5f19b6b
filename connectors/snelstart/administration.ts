import type { Administration, Connector, ParkedRecord } from '../_kit/connector';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { getObject, getWholeList, type CallContext } from './api';
import type { Facts, Group, VatRate } from './facts';
import { articleGroupSchema, companySchema, templateSchema, vatRateSchema } from './schemas';

/** Decimals when the administration does not tell: those of amounts. */
const DEFAULT_DECIMALS = 2;

/** Who is behind the link, and what every call needs to know about it. Four requests. */
export const check: Connector['check'] = async (ctx): Promise<Result<Administration>> => {
  const company = await getObject(ctx, '/companyInfo', companySchema);
  if (!company.ok) return company;
  const templates = await readTemplates(ctx);
  if (!templates.ok) return templates;
  const vatRates = await readVatRates(ctx);
  if (!vatRates.ok) return vatRates;
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return groups;
  const info = company.value;
  const facts: Facts = {
    pricesExclVat: info.verkoopprijsArtikelbestandExclusiefBtw,
    priceDecimals: info.aantalDecimalenArtikelprijzen ?? DEFAULT_DECIMALS,
    quantityDecimals: info.aantalDecimalenArtikelaantallen ?? DEFAULT_DECIMALS,
    articleCodeKind: info.artikelcodeSoort,
    templates: templates.value.filter((template) => template.active).map(({ id, name }) => ({ id, name })),
    vatRates: vatRates.value,
    articleGroups: [...groups.value.groups],
  };
  return ok({
    id: info.administratieIdentifier,
    name: info.administratieNaam === '' ? info.bedrijfsnaam : info.administratieNaam,
    facts,
  });
};

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** Sales order templates, inactive ones too. */
export async function readTemplates(ctx: CallContext): Promise<Result<readonly Template[]>> {
  const rows = await getWholeList(ctx, '/verkoopordersjablonen');
  if (!rows.ok) return rows;
  const { read } = readRecords(rows.value, templateSchema, nameOf);
  return ok(read.map(({ id, omschrijving, nonactief }) => ({ id, name: omschrijving, active: !nonactief })));
}

export async function readArticleGroups(
  ctx: CallContext,
): Promise<Result<{ readonly groups: readonly Group[]; readonly parked: readonly ParkedRecord[] }>> {
  const rows = await getWholeList(ctx, '/artikelomzetgroepen');
  if (!rows.ok) return rows;
  const { read, parked } = readRecords(rows.value, articleGroupSchema, nameOf);
  const groups = read.map((group) => ({
    id: group.id,
    number: String(group.nummer),
    name: group.omschrijving,
    vatKind: group.verkoopNederlandBtwSoort,
  }));
  return ok({ groups, parked });
}

async function readVatRates(ctx: CallContext): Promise<Result<VatRate[]>> {
  const rows = await getWholeList(ctx, '/btwtarieven');
  if (!rows.ok) return rows;
  const { read } = readRecords(rows.value, vatRateSchema, nameOf);
  return ok(
    read.map((rate) => ({
      kind: rate.btwSoort,
      percentage: rate.btwPercentage,
      from: rate.datumVanaf?.slice(0, 10) ?? null,
      until: rate.datumTotEnMet?.slice(0, 10) ?? null,
    })),
  );
}

const nameOf = (row: unknown) => ({ externalId: textUnder(row, 'id'), label: textUnder(row, 'omschrijving') });
