import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../_kit/simulator/http-exchange';
import { isObject } from '../../_kit/simulator/model-reader';
import type { PathParameters } from '../../_kit/simulator/router';
import type { CompanyApi } from './company-api';
import type { Address, Party } from './model';
import type { OrderInput } from './order-input';
import { readPartyInput, type PartyInput } from './party-input';
import { keyUsedBefore, modelProblem, notAllowed, problem } from './problems';

/** POST /v1/parties: a new party, or with PartyID an existing one. Answers its id, bare. */
export async function createParty(api: CompanyApi, request: SimulatorRequest): Promise<SimulatorResponse> {
  const { books, saved } = api.options;
  const key = api.idempotencyKey(request);
  if (key !== null && books.knowsKey(key)) return keyUsedBefore();
  const read = readParty(api, request);
  if ('refusal' in read) return read.refusal;
  const { input } = read;
  const existing = input.id === null ? null : books.parties.byId(input.id);
  if (input.id !== null && existing === null) return notAllowed();
  const missing = [
    ...((input.name ?? existing?.name ?? '') === '' ? ['Name'] : []),
    ...(input.type === null && existing === null ? ['PartyType'] : []),
  ];
  if (missing.length > 0) return api.refused(missing.map((field) => problem('RequiredField_0_', field)));
  const party = enterParty(api, input, existing);
  if (existing === null) books.parties.add(party);
  else books.parties.replace(party);
  if (key !== null) books.keepKey(key);
  await saved();
  return jsonResponse(200, Number(party.id));
}

/** PATCH /v1/parties/{partyID}: the party's own properties; lists inside it are not supported. */
export async function patchParty(
  api: CompanyApi,
  request: SimulatorRequest,
  { id = '' }: PathParameters,
): Promise<SimulatorResponse> {
  const { books, saved } = api.options;
  const existing = books.parties.byId(id);
  if (existing === null) return notAllowed();
  const read = readParty(api, request);
  if ('refusal' in read) return read.refusal;
  const lists = Object.entries(read.body).flatMap(([name, value]) => (Array.isArray(value) ? [name] : []));
  if (lists.length > 0) return api.refused(lists.map((name) => problem('PropertyNotAllowed_0_', name)));
  books.parties.replace(enterParty(api, read.input, existing));
  await saved();
  return emptyResponse(200);
}

function readParty(
  api: CompanyApi,
  request: SimulatorRequest,
):
  | { readonly input: PartyInput; readonly body: Readonly<Record<string, unknown>> }
  | { readonly refusal: SimulatorResponse } {
  const body = api.readBody(request);
  if ('refusal' in body) return body;
  const read = readPartyInput(body.json, api.options.quirks.unknownProperties === 'refuse');
  if ('state' in read) return { refusal: modelProblem(read.state) };
  return { input: read.input, body: isObject(body.json) ? body.json : {} };
}

/**
 * The customer of an order that came with a customer object: one with the same VAT number, mail address, address or
 * number (page "Creating Sales Invoices"), else a new one.
 */
export function findOrCreateCustomer(api: CompanyApi, order: Pick<OrderInput, 'customer'>): Party {
  const { books } = api.options;
  const wanted = order.customer;
  if (wanted === null) throw new Error('An order without customer came past the checks');
  const customers = books.parties.all().filter((party) => party.type === 'Customer' && !party.inactive);
  const matches: readonly ((party: Party) => boolean)[] = [
    (party) => wanted.id === party.id,
    (party) => same(wanted.vatNumber, party.vatNumber),
    (party) => same(wanted.email, party.email),
    (party) => wanted.address !== null && same(addressKey(wanted.address), addressKey(party.address)),
    (party) => same(wanted.number, party.number),
  ];
  for (const isMatch of matches) {
    const found = customers.find(isMatch);
    if (found !== undefined) return found;
  }
  const created = enterParty(api, { ...wanted, id: null, type: 'Customer' }, null);
  books.parties.add(created);
  return created;
}

const same = (one: string | null, two: string): boolean =>
  one !== null && one !== '' && one.toLowerCase() === two.toLowerCase();

const addressKey = ({ street, streetNumber, zipcode }: Address): string =>
  street === '' || zipcode === '' ? '' : `${street} ${streetNumber} ${zipcode}`;

const NO_ADDRESS: Address = { street: '', streetNumber: '', box: '', zipcode: '', city: '', countryCode: '' };

function enterParty(api: CompanyApi, input: PartyInput, existing: Party | null): Party {
  const { books } = api.options;
  const atMs = books.stampMs();
  return {
    id: existing?.id ?? books.takeId(),
    type: input.type ?? existing?.type ?? 'Customer',
    number: input.number ?? existing?.number ?? '',
    name: input.name ?? existing?.name ?? '',
    commercialName: input.commercialName ?? existing?.commercialName ?? '',
    address: input.address ?? existing?.address ?? NO_ADDRESS,
    deliveryAddress: input.deliveryAddress ?? existing?.deliveryAddress ?? null,
    contactFirstName: input.contactFirstName ?? existing?.contactFirstName ?? '',
    contactLastName: input.contactLastName ?? existing?.contactLastName ?? '',
    email: input.email ?? existing?.email ?? '',
    phone: input.phone ?? existing?.phone ?? '',
    mobile: input.mobile ?? existing?.mobile ?? '',
    website: input.website ?? existing?.website ?? '',
    vatNumber: input.vatNumber ?? existing?.vatNumber ?? '',
    iban: input.iban ?? existing?.iban ?? '',
    language: input.language ?? existing?.language ?? 'NL',
    vatLiable: input.vatLiable ?? existing?.vatLiable ?? (input.vatNumber ?? '') !== '',
    expiryOffsetDays: input.expiryOffsetDays ?? existing?.expiryOffsetDays ?? null,
    internalInfo: input.internalInfo ?? existing?.internalInfo ?? '',
    externalProviderId: input.externalProviderId ?? existing?.externalProviderId ?? '',
    inactive: existing?.inactive ?? false,
    createdAtMs: existing?.createdAtMs ?? atMs,
    modifiedAtMs: atMs,
  };
}
