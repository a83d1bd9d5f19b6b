import type { Connector, ConnectorContext, SettingCheck } from '../_kit/connector';
import { textLiteral } from '../_kit/odata-literals';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { settingValues } from '../_kit/setting-values';
import { inBoth, notBooked, right, wrong } from '../_kit/setting-verdicts';
import { checkCompany } from './administration';
import { LISTS } from './api';
import { pagesOf } from './paging';
import { productSchema, type Product } from './schemas';
import { articleUnknown } from './setting-problems';
import { fields } from './settings';

/** Controleer. The company and articles can be asked; the other settings are right by their form. */
export const checkSetting: Connector['checkSetting'] = (ctx, key) => {
  switch (key) {
    case 'administration':
      return checkCompany(ctx);
    case 'travelArticle':
    case 'workArticle':
    case 'standardArticle':
      return checkArticle(ctx, key);
    default:
      throw new Error(`Setting ${key} has no live check`);
  }
};

async function checkArticle(ctx: ConnectorContext, key: string): Promise<Result<SettingCheck>> {
  const code = settingValues(fields, ctx.settings).text(key);
  if (code === '') return notBooked;
  const products = await productsLike(ctx, code);
  if (!products.ok) return products;
  // Codes are compared as text, capitals and leading zeros count, however the filter compares them.
  const [first, ...doubles] = products.value.filter((one) => one.Reference === code);
  if (first === undefined) return wrong(articleUnknown(code, products.value[0]?.Reference));
  const found = `${code}: ${first.Description}`;
  if (doubles.length === 0) return right(inBoth(found));
  const others = doubles.map((one) => one.Description).join(', ');
  return right({
    nl: `${found}. Let op: deze referentie is in Billit ook van ${others}. Simon gebruikt het oudste artikel.`,
    en: `${found}. Note: in Billit this reference belongs to ${others} too. Simon uses the oldest article.`,
  });
}

/**
 * Products whose reference is this one but for capitals, oldest first. That lists can be filtered on the reference is not
 * documented; when Billit refuses, the whole list is read.
 */
async function productsLike(ctx: ConnectorContext, code: string): Promise<Result<readonly Product[]>> {
  const filtered = await productsWhere(ctx, code, `Reference eq ${textLiteral(code)}`);
  const isRefused = !filtered.ok && filtered.problem.kind === 'rejected';
  return isRefused ? productsWhere(ctx, code, undefined) : filtered;
}

async function productsWhere(
  ctx: ConnectorContext,
  code: string,
  filter: string | undefined,
): Promise<Result<readonly Product[]>> {
  const found = new Map<string, Product>();
  for await (const page of pagesOf(ctx, LISTS.products, filter)) {
    if (!page.ok) return page;
    const { read } = readRecords(page.value.rows, productSchema, (row) => ({
      externalId: textUnder(row, LISTS.products.idField),
      label: textUnder(row, 'Reference'),
    }));
    for (const product of read) {
      if (product.Reference.toLowerCase() === code.toLowerCase()) found.set(product.ProductID, product);
    }
  }
  return ok([...found.values()].sort((one, other) => Number(one.ProductID) - Number(other.ProductID)));
}
