import { describe, expect, it } from 'vitest';
import { ProxyError } from '../../../main/platform/proxy-error';
import { networkFailure } from '../../../main/sync/network-failure';

/** As Node's fetch throws it. */
const nodeError = (code: string, more: object = {}): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, ...more }) });
/** As Electron's fetch throws it. */
const chromiumError = (name: string): Error => new Error(`net::${name}`);

describe('networkFailure', () => {
  it.each([
    [nodeError('ECONNREFUSED'), 'connection-refused'],
    [new TypeError('fetch failed', { cause: new AggregateError([nodeError('ECONNREFUSED')]) }), 'connection-refused'],
    [chromiumError('ERR_CONNECTION_REFUSED'), 'connection-refused'],
    [nodeError('ENETUNREACH'), 'no-network'],
    [chromiumError('ERR_INTERNET_DISCONNECTED'), 'no-network'],
    [nodeError('ENOTFOUND'), 'name-not-found'],
    [nodeError('EAI_AGAIN'), 'name-not-found'],
    [chromiumError('ERR_NAME_NOT_RESOLVED'), 'name-not-found'],
    [nodeError('UND_ERR_CONNECT_TIMEOUT'), 'connect-timed-out'],
    [nodeError('ETIMEDOUT', { syscall: 'connect' }), 'connect-timed-out'],
    [new ProxyError('PROXY_ADDRESS_WRONG'), 'proxy-address-wrong'],
    [new ProxyError('PROXY_ASKS_NAME'), 'proxy-asks-name'],
    [chromiumError('ERR_PROXY_AUTH_UNSUPPORTED'), 'proxy-asks-name'],
    [new ProxyError('PROXY_REFUSES_NAME'), 'proxy-refuses-name'],
    [chromiumError('ERR_PROXY_CONNECTION_FAILED'), 'proxy-unreached'],
    [chromiumError('ERR_PROXY_CERTIFICATE_INVALID'), 'proxy-failed'],
    [chromiumError('ERR_TUNNEL_CONNECTION_FAILED'), 'proxy-failed'],
    [nodeError('SELF_SIGNED_CERT_IN_CHAIN'), 'tls-unknown-issuer'],
    [chromiumError('ERR_CERT_AUTHORITY_INVALID'), 'tls-unknown-issuer'],
    [nodeError('CERT_HAS_EXPIRED'), 'tls-expired'],
    [chromiumError('ERR_CERT_DATE_INVALID'), 'tls-expired'],
    [nodeError('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls-wrong-name'],
    [chromiumError('ERR_CERT_REVOKED'), 'tls-failed'],
  ])('%s: nothing was sent (%s)', (error, code) => {
    expect(networkFailure(error)).toEqual({ code, nothingSent: true });
  });

  it.each([
    [nodeError('ECONNRESET'), 'connection-lost'],
    [nodeError('UND_ERR_SOCKET'), 'connection-lost'],
    [nodeError('ETIMEDOUT', { syscall: 'read' }), 'connection-lost'],
    [nodeError('EPIPE'), 'connection-lost'],
    [nodeError('EPROTO'), 'tls-failed'],
    [chromiumError('ERR_SSL_PROTOCOL_ERROR'), 'tls-failed'],
    [chromiumError('ERR_CONNECTION_RESET'), 'connection-lost'],
    [chromiumError('ERR_EMPTY_RESPONSE'), 'connection-lost'],
    [chromiumError('ERR_CONTENT_LENGTH_MISMATCH'), 'connection-lost'],
    [chromiumError('ERR_NETWORK_CHANGED'), 'connection-lost'],
    [chromiumError('ERR_TIMED_OUT'), 'connection-lost'],
    [nodeError('Z_DATA_ERROR'), 'answer-damaged'],
    [new TypeError('terminated'), 'connection-lost'],
    ['a text', 'connection-lost'],
    [undefined, 'connection-lost'],
  ])('%s: the request may have arrived (%s)', (error, code) => {
    expect(networkFailure(error)).toEqual({ code, nothingSent: false });
  });

  it('does not hang on an error that is its own cause', () => {
    const error: Error & { cause?: unknown } = new Error('loop');
    error.cause = error;
    expect(networkFailure(error).code).toBe('connection-lost');
  });
});
