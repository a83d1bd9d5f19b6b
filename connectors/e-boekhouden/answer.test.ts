import { describe, expect, it } from 'vitest';
import { serviceError } from './answer';

const answerWith = (result: string) => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body:
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    '<soap:Body><e:GetRelatiesResponse xmlns:e="http://www.e-boekhouden.nl/soap"><e:GetRelatiesResult>' +
    `${result}</e:GetRelatiesResult></e:GetRelatiesResponse></soap:Body></soap:Envelope>`,
});

describe('an error in an answer', () => {
  it.each([
    ['a text', '<e:LastErrorCode>E002.3</e:LastErrorCode>'],
    ['CDATA', '<e:LastErrorCode><![CDATA[E002.3]]></e:LastErrorCode>'],
    ['references', '<e:LastErrorCode>&#69;002.3</e:LastErrorCode>'],
    ['a text on a line of its own', '<e:LastErrorCode>\r\n  E002.3\r\n</e:LastErrorCode>'],
    ['a tag with attributes', '<e:LastErrorCode xsi:nil="false" >E002.3</e:LastErrorCode >'],
  ])('is seen when its code is %s', (_form, code) => {
    expect(serviceError(answerWith(`<e:ErrorMsg>${code}</e:ErrorMsg>`))).toMatchObject({ code: 'E0023' });
  });

  it.each([
    ['no ErrorMsg', ''],
    ['empty tags', '<e:ErrorMsg><e:LastErrorCode></e:LastErrorCode><e:LastErrorDescription/></e:ErrorMsg>'],
    ['tags that are nil', '<e:ErrorMsg><e:LastErrorCode xsi:nil="true"/><e:LastErrorDescription/></e:ErrorMsg>'],
    ['spaces', '<e:ErrorMsg><e:LastErrorCode> </e:LastErrorCode></e:ErrorMsg>'],
  ])('is not seen in %s', (_form, message) => {
    expect(serviceError(answerWith(`${message}<e:Relaties/>`))).toBeNull();
  });
});
