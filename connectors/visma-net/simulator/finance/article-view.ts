import type { Books } from '../books';
import type { Article } from '../model';
import type { WireTimes } from '../wire-times';
import { described, orNull } from './place-view';

/** The parts of an article that a list gives only when asked. */
export interface ArticleExpands {
  readonly warehouseDetail: boolean;
  readonly inventoryUnits: boolean;
  readonly crossReference: boolean;
  readonly attribute: boolean;
  readonly attachment: boolean;
  readonly salesCategories: boolean;
  readonly note: boolean;
}

/** An article as the finance API shows it (InventoryDto). */
export function articleView(
  article: Article,
  expands: ArticleExpands,
  books: Books,
  times: WireTimes,
): Record<string, unknown> {
  const itemClass = books.itemClasses.find((candidate) => candidate.id === article.itemClassId);
  const vatCategory = books.vatCategories.find((candidate) => candidate.id === article.vatCategoryId);
  const warehouse = article.defaultWarehouseId === null ? null : books.warehouses.byId(article.defaultWarehouseId);
  const price = Number(article.price);
  return {
    inventoryId: article.inventoryId,
    inventoryNumber: article.number,
    status: article.status,
    type: article.type,
    description: article.description,
    body: orNull(article.body),
    itemClass: itemClass === undefined ? null : itemClassView(itemClass),
    postingClass: described('STD', 'Standaard'),
    vatCode: vatCategory === undefined ? null : described(vatCategory.id, vatCategory.description),
    defaultPrice: price,
    currentCost: Number(article.cost),
    lastCost: Number(article.cost),
    lastModifiedDateTime: times.finance(article.modifiedMs),
    baseUnit: article.unit,
    salesUnit: article.unit,
    purchaseUnit: article.unit,
    stockItem: article.stockItem,
    kitItem: false,
    crossReferences: expands.crossReference && article.barcode !== '' ? [crossReference(article)] : [],
    attachments: expands.attachment ? [] : null,
    attributes: expands.attribute ? article.attributes : null,
    warehouseDetails:
      expands.warehouseDetail && warehouse !== null ? [warehouseDetail(article, warehouse.id, times)] : [],
    inventoryUnits: expands.inventoryUnits ? [] : null,
    defaultWarehouse: warehouse === null ? null : described(warehouse.id, warehouse.description),
    salesCategories: expands.salesCategories ? [] : null,
    recommendedPrice: price,
    note: expands.note ? orNull(article.note) : null,
    timestamp: timestampOf(article.modifiedMs),
    errorInfo: '',
  };
}

export const itemClassView = (itemClass: {
  readonly id: string;
  readonly description: string;
  readonly type: string;
}): Record<string, unknown> => ({
  type: itemClass.type,
  attributes: [],
  id: itemClass.id,
  description: itemClass.description,
});

/** The version of a row: what ETag and If-Match hold. */
export const timestampOf = (modifiedMs: number): string => Buffer.from(String(modifiedMs)).toString('base64');

const crossReference = (article: Article): Record<string, unknown> => ({
  alternateType: 'Barcode',
  bAccount: null,
  alternateID: article.barcode,
  description: null,
  uom: article.unit,
});

const warehouseDetail = (article: Article, warehouse: string, times: WireTimes): Record<string, unknown> => ({
  isDefault: true,
  warehouse,
  quantityOnHand: Number(article.stock),
  available: Number(article.stock),
  availableForShipment: Number(article.stock),
  lastModifiedDateTime: times.finance(article.modifiedMs),
});
