import type { Connector, ConnectorContext, SettingCheck } from '../_kit/connector';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { settingValues } from '../_kit/setting-values';
import { foundAll, inBoth, notBooked, right, wrong } from '../_kit/setting-verdicts';
import type { Choice } from '../_kit/settings';
import { chosenOf, readOrganizations } from './administration';
import { getRows, getWholeList, LISTS } from './finance-api';
import { isNonStock, isSold } from './map-article';
import { getOrders, ORDER_TYPES, type OrderType } from './sales-orders-api';
import { articleSchema, warehouseSchema, type Warehouse } from './schemas';
import { articleInactive, articleInStock, articleUnknown, warehouseUnknown } from './setting-problems';
import { fields, readSettings } from './settings';

/** Controleer. What Visma.net can be asked for is asked; the other settings are right by their form. */
export const checkSetting: Connector['checkSetting'] = (ctx, key) => {
  const settings = readSettings(ctx.settings);
  switch (key) {
    case 'administration':
      return checkAdministration(ctx);
    case 'travelArticle':
    case 'workArticle':
    case 'standardArticle':
      return checkArticle(ctx, key);
    case 'pullOrders':
      return settings.orders === null ? Promise.resolve(notUsed) : checkOrders(ctx, ORDER_TYPES.order);
    case 'pullQuotes':
      return settings.quotes === null ? Promise.resolve(notUsed) : checkOrders(ctx, ORDER_TYPES.quote);
    case 'document':
      return settings.document === 'invoice' ? checkInvoices(ctx) : checkOrders(ctx, ORDER_TYPES.order);
    case 'warehouse':
      return checkWarehouses(ctx, [settings.warehouse]);
    case 'warehousePerEmployee':
      return checkWarehouses(ctx, Object.values(settings.warehousePerEmployee));
    default:
      throw new Error(`Setting ${key} has no live check`);
  }
};

/** The administrations of the login, and the active warehouses. */
export const listChoices: Connector['listChoices'] = async (ctx, key) => {
  switch (key) {
    case 'administration': {
      const organizations = await readOrganizations(ctx);
      if (!organizations.ok) return organizations;
      return ok(organizations.value.map(({ organizationCd, name }) => choice(organizationCd, name)));
    }
    case 'warehouse':
    case 'warehousePerEmployee': {
      const warehouses = await readWarehouses(ctx);
      if (!warehouses.ok) return warehouses;
      return ok(warehouses.value.map(({ warehouseID, description }) => choice(warehouseID, description)));
    }
    default:
      throw new Error(`Setting ${key} has no choices in Visma.net`);
  }
};

function choice(value: string, name: string): Choice {
  const label = `${value} ${name}`.trim();
  return { value, label: inBoth(label) };
}

async function checkAdministration(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const organizations = await readOrganizations(ctx);
  if (!organizations.ok) return organizations;
  const chosen = chosenOf(organizations.value, ctx);
  if (!chosen.ok) return wrong(chosen.problem);
  const found = `${chosen.value.organizationCd} ${chosen.value.name}`.trim();
  return foundAll([found]);
}

async function checkArticle(ctx: ConnectorContext, key: string): Promise<Result<SettingCheck>> {
  const code = settingValues(fields, ctx.settings).text(key);
  if (code === '') return notBooked;
  const part = await getRows(ctx, LISTS.articles, { inventoryNumber: code }, 0, LOOK_ALIKES);
  if (!part.ok) return part;
  const { read } = readRecords(part.value.rows, articleSchema, (row) => ({
    externalId: textUnder(row, 'inventoryId'),
    label: textUnder(row, 'inventoryNumber'),
  }));
  // Codes are compared as text, however the filter compares them: the settings name the article by this code.
  const article = read.find((one) => one.inventoryNumber === code);
  const lookAlike = read.find((one) => one.inventoryNumber.toLowerCase() === code.toLowerCase());
  if (article === undefined) return wrong(articleUnknown(code, lookAlike?.inventoryNumber));
  if (!isNonStock(article)) return wrong(articleInStock(code));
  if (!isSold(article)) return wrong(articleInactive(code, article.status));
  const found = `${code}: ${article.description}`;
  return right(inBoth(found));
}

/** A code differs from others in capitals only, so that few rows answer it. */
const LOOK_ALIKES = 10;

/** Whether the link may read orders of a type; whether it may make them only an order can tell. */
async function checkOrders(ctx: ConnectorContext, type: OrderType): Promise<Result<SettingCheck>> {
  const part = await getOrders(ctx, type, null, 0, 1);
  if (part.ok) return right({ nl: `Ordertype ${type} is bereikbaar.`, en: `Order type ${type} can be reached.` });
  return part.problem.kind === 'not-allowed' || part.problem.kind === 'rejected' ? wrong(part.problem) : part;
}

async function checkInvoices(ctx: ConnectorContext): Promise<Result<SettingCheck>> {
  const part = await getRows(ctx, LISTS.invoices, {}, 0, 1);
  if (part.ok) return right({ nl: 'Klantfacturen zijn bereikbaar.', en: 'Customer invoices can be reached.' });
  return part.problem.kind === 'not-allowed' || part.problem.kind === 'rejected' ? wrong(part.problem) : part;
}

async function checkWarehouses(ctx: ConnectorContext, asked: readonly string[]): Promise<Result<SettingCheck>> {
  const named = [...new Set(asked.filter((id) => id !== ''))];
  if (named.length === 0) return notUsed;
  const warehouses = await readWarehouses(ctx);
  if (!warehouses.ok) return warehouses;
  const unknown = named.filter((id) => !warehouses.value.some(({ warehouseID }) => warehouseID === id));
  if (unknown.length > 0) return wrong(warehouseUnknown(unknown));
  return foundAll(named);
}

/** Active warehouses. That the list can be asked for them is documented; that it obeys is not relied on. */
async function readWarehouses(ctx: ConnectorContext): Promise<Result<readonly Warehouse[]>> {
  const rows = await getWholeList(ctx, '/v1/warehouse', { active: 'true' });
  if (!rows.ok) return rows;
  const { read } = readRecords(rows.value, warehouseSchema, (row) => ({
    externalId: textUnder(row, 'warehouseID'),
    label: textUnder(row, 'description'),
  }));
  return ok(read.filter(({ active }) => active));
}

const notUsed = right({ nl: 'Niet gebruikt.', en: 'Not used.' });
