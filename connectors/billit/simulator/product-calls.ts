import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { isObject, ModelReader, type ModelState } from '../../_kit/simulator/model-reader';
import type { CompanyApi } from './company-api';
import type { Product } from './model';
import { readId } from './order-input';
import { modelProblem, notAllowed, problem } from './problems';

/**
 * POST /v1/products: one product (Swagger), or several under `Items` (page "Products"). With ProductID the existing one is
 * changed. Answers the id of the last one, bare.
 */
export async function createProducts(api: CompanyApi, request: SimulatorRequest): Promise<SimulatorResponse> {
  const { books, quirks, saved } = api.options;
  const body = api.readBody(request);
  if ('refusal' in body) return body.refusal;
  const given = isObject(body.json) && Array.isArray(body.json.Items) ? (body.json.Items as unknown[]) : [body.json];
  const state: ModelState = {};
  const inputs = given.map((item, index) => {
    if (!isObject(item)) {
      state[`product[${index}]`] = ["Error converting value to type 'Billit.API.v1.Product'."];
      return null;
    }
    const reader = new ModelReader(item, 'product', state, quirks.unknownProperties === 'refuse');
    const input = readProduct(reader);
    reader.noteUnknown();
    return input;
  });
  if (Object.keys(state).length > 0) return modelProblem(state);
  const known = inputs.filter((input) => input !== null);
  if (known.some(({ id }) => id !== null && books.products.byId(id) === null)) return notAllowed();
  if (known.some(({ id, description }) => id === null && (description ?? '') === '')) {
    return api.refused([problem('RequiredField_0_', 'Description')]);
  }
  const ids = known.map((input) => enterProduct(api, input));
  await saved();
  return jsonResponse(200, Number(ids.at(-1)));
}

const readProduct = (reader: ModelReader) => {
  reader.skip('AmountIncl', 'EAN', 'GTIN', 'GLN', 'ExternalProviderTC', 'ChildProducts', 'Created', 'LastModified');
  reader.skip('MinimumBilledQuantity');
  return {
    id: readId(reader, 'ProductID'),
    reference: reader.text('Reference'),
    description: reader.text('Description'),
    salesPrice: reader.decimal('AmountExcl'),
    purchasePrice: reader.decimal('BuyExcl'),
    vatPercentage: reader.decimal('VAT'),
    unit: reader.text('Unit'),
    groupId: reader.whole('GroupID'),
    groupName: reader.text('GroupName'),
    stock: reader.decimal('StockQuantity'),
    internalInformation: reader.text('InternalInformation'),
  };
};

function enterProduct(api: CompanyApi, input: ReturnType<typeof readProduct>): string {
  const { books } = api.options;
  const existing = input.id === null ? null : books.products.byId(input.id);
  const atMs = books.stampMs();
  const group = books.products.all().find(({ groupId }) => groupId === input.groupId);
  const product: Product = {
    id: existing?.id ?? books.takeId(),
    reference: input.reference ?? existing?.reference ?? '',
    description: input.description ?? existing?.description ?? '',
    salesPrice: input.salesPrice ?? existing?.salesPrice ?? '0',
    purchasePrice: input.purchasePrice ?? existing?.purchasePrice ?? '0',
    vatPercentage: input.vatPercentage ?? existing?.vatPercentage ?? '21',
    unit: input.unit ?? existing?.unit ?? 'NAR',
    groupId: input.groupId ?? existing?.groupId ?? 0,
    groupName: input.groupName ?? group?.groupName ?? existing?.groupName ?? '',
    stock: input.stock ?? existing?.stock ?? '0',
    internalInformation: input.internalInformation ?? existing?.internalInformation ?? '',
    inactive: existing?.inactive ?? false,
    createdAtMs: existing?.createdAtMs ?? atMs,
    modifiedAtMs: atMs,
  };
  if (existing === null) books.products.add(product);
  else books.products.replace(product);
  return product.id;
}
