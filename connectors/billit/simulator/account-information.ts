import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Account } from './books';
import { render, type JsonObject } from './field-table';
import { exactAnswer } from './json-answer';
import type { Quirks } from './quirks';
import { accountCompanyFields } from './resource-fields';

/** GET /v1/account/accountInformation: who is logged in, and which companies that user may open. */
export const accountInformation = ({
  account,
  quirks,
  finish,
}: {
  readonly account: Account;
  readonly quirks: Pick<Quirks, 'zone'>;
  readonly finish: (id: string, json: JsonObject) => JsonObject;
}): SimulatorResponse =>
  exactAnswer({
    Email: 'sanne@koppelaar.example',
    FirstName: 'Sanne',
    LastName: 'de Vries',
    LoginOrRegisterNeeded: false,
    Companies: account
      .open()
      .map(({ company }) => finish(company.id, render(accountCompanyFields, company, quirks.zone))),
    UserCompanyRoles: account
      .open()
      .map(({ company }) => ({ PartyID: Number(company.id), UserRoleTypes: ['Administrator'] })),
  });
