/**
 * The Secret Service: the keychain interface of Linux desktops that the app's keytar speaks.
 * Specification: https://specifications.freedesktop.org/secret-service-spec/latest/
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askBus } from './bus.mjs';
import { hasDisplay } from './display.mjs';

const SERVICE = 'org.freedesktop.secrets';
const SERVICE_PATH = '/org/freedesktop/secrets';
const BUS = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };

/**
 * @param {string} address
 * @returns {Promise<'none' | 'locked' | 'open'>} Whether a Secret Service runs on that bus, and how its default keyring is.
 */
export async function keyringState(address) {
  if (!(await isRunning(address))) return 'none';
  const service = { destination: SERVICE, path: SERVICE_PATH };
  const method = 'org.freedesktop.Secret.Service.ReadAlias';
  const collection = await askBus(address, { ...service, method, args: ['string:default'] });
  if (collection === undefined || collection === '/') return 'locked';
  const locked = await askBus(address, {
    destination: SERVICE,
    path: collection,
    method: 'org.freedesktop.DBus.Properties.Get',
    args: ['string:org.freedesktop.Secret.Collection', 'string:Locked'],
  });
  return locked?.endsWith('false') ? 'open' : 'locked';
}

/**
 * Whether the session this process was started in has a keychain that will do. With a desktop, one that the desktop starts
 * or unlocks on demand does as well: it can ask its user for the password. Without one, nobody would see the question.
 *
 * @returns {Promise<boolean>}
 */
export async function sessionHasKeychain() {
  const address = sessionBusAddress();
  if (address === undefined) return false;
  const state = await keyringState(address);
  if (state === 'open' || !hasDisplay()) return state === 'open';
  if (state === 'locked') return true;
  const startable = await askBus(address, { ...BUS, method: 'org.freedesktop.DBus.ListActivatableNames' });
  return startable?.split(/\s+/).includes(SERVICE) ?? false;
}

/** @returns {string | undefined} The bus of the session, by the rules libdbus itself follows. */
function sessionBusAddress() {
  if (process.env.DBUS_SESSION_BUS_ADDRESS) return process.env.DBUS_SESSION_BUS_ADDRESS;
  const runtimeFolder = process.env.XDG_RUNTIME_DIR;
  if (!runtimeFolder || !existsSync(join(runtimeFolder, 'bus'))) return undefined;
  return `unix:path=${join(runtimeFolder, 'bus')}`;
}

/** @param {string} address */
async function isRunning(address) {
  const answer = await askBus(address, {
    ...BUS,
    method: 'org.freedesktop.DBus.NameHasOwner',
    args: [`string:${SERVICE}`],
  });
  return answer?.endsWith('true') ?? false;
}
