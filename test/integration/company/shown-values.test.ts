import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APP } from '../../fakes/login-package';
import { ID, LoginCompany } from './login-company';
import { must } from './test-company';

describe('what is kept of a registration', () => {
  let test: LoginCompany;
  beforeEach(async () => {
    test = await LoginCompany.open();
  });
  afterEach(() => test.close());

  const shown = () => test.company.calls['integrations:kept-values'](ID);

  it('can be looked over, all but what is secret', async () => {
    expect(must(await shown())).toEqual({});
    await test.activate();
    expect(must(await shown())).toEqual({ clientId: APP.clientId, redirectUri: APP.redirectUri });
  });
});
