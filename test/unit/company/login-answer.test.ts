import { describe, expect, it } from 'vitest';
import { readLoginAnswer } from '../../../main/company/login-answer';

const STATE = 'x7Yq.51123';
const read = (query: string, pasted = false) => readLoginAnswer(new URLSearchParams(query), STATE, pasted);

describe('an answer of a login page', () => {
  it('gives the code when it carries the state of this login', () => {
    expect(read(`code=stampNL001.a%21b&state=${STATE}`)).toEqual({ ok: true, value: 'stampNL001.a!b' });
  });

  it.each([
    ['another state', 'code=theirs&state=other'],
    ['a part of the state', 'code=theirs&state=x7Yq'],
    ['an empty state', 'code=theirs&state='],
    ['no state', 'code=theirs'],
    ['no code', `state=${STATE}`],
    ['a refusal of another login', 'error=access_denied&state=other'],
    ['a code and a refusal without a state', 'code=theirs&error=access_denied'],
  ])('with %s is none of this login', (_what, query) => {
    expect(read(query)).toBeNull();
  });

  it('that the office pasted may be the bare code, but not one of another login', () => {
    expect(read('code=ours', true)).toEqual({ ok: true, value: 'ours' });
    expect(read('code=theirs&state=other', true)).toBeNull();
  });

  it.each([`error=access_denied&state=${STATE}`, 'error=access_denied'])(
    'tells that the person refused: %s',
    (query) => {
      expect(read(query)).toMatchObject({ ok: false, problem: { kind: 'needs-login', code: 'login-denied' } });
    },
  );

  it('tells what the page says is wrong, cut to size', () => {
    const said = `error=invalid_scope&error_description=${'a'.repeat(500)}&state=${STATE}`;
    expect(read(said)).toMatchObject({
      problem: { code: 'login-page-failed', params: { error: 'invalid_scope' }, vendor: { text: 'a'.repeat(200) } },
    });
  });

  it('repeats no sentence of an answer without the state, and no error that is not one word', () => {
    const stranger = read('error=%3Cb%3ECall+0900-1234%3C%2Fb%3E&error_description=Call+0900-1234');
    expect(stranger).toMatchObject({ problem: { params: { error: 'unknown' }, vendor: { text: null } } });
  });
});
