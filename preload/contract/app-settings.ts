/** What the office chooses for the app as a whole; kept in settings.json, without secrets. */
import { z } from 'zod';
import { LEAST_ZOOM_PERCENT, MOST_ZOOM_PERCENT, USUAL_ZOOM_PERCENT } from './zoom';

/** What a notification can be about. `link`: also a login that is about to end. */
export const NOTIFICATION_KINDS = ['link', 'work-orders', 'data'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const minuteOfDay = z.number().int().min(0).max(1_439);

/** When no notification is shown, on the clock of the computer. */
export const quietHours = z.object({
  isOn: z.boolean(),
  fromMinute: minuteOfDay,
  /** Earlier than, or equal to, `fromMinute`: it ends on the next day. */
  untilMinute: minuteOfDay,
  /** Days that are quiet from midnight to midnight. */
  quietDays: z.array(z.number().int().min(1).max(7)).max(7),
});
export type QuietHours = z.output<typeof quietHours>;

/** `system`: as the computer has it. `own`: the address below, for https and http. */
export const PROXY_MODES = ['system', 'none', 'own'] as const;

export const proxySettings = z.object({
  mode: z.enum(PROXY_MODES),
  /** `host:port`; what stands in front of it (`http://`, `socks5://`) is kept. */
  address: z.string().max(300),
  /** Empty: the proxy asks for no name. Its password is in the keychain. */
  userName: z.string().max(200),
});
export type ProxySettings = z.output<typeof proxySettings>;

export const STANDARD_QUIET_HOURS: QuietHours = { isOn: false, fromMinute: 1_080, untilMinute: 450, quietDays: [6, 7] };
export const STANDARD_PROXY: ProxySettings = { mode: 'system', address: '', userName: '' };

/** What was added later has a value of its own where a file, or a caller, does not name it. */
export const appSettings = z.object({
  language: z.enum(['nl', 'en']),
  /** `contrast`: high contrast, light or dark as the computer. */
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** How large the screens are drawn; 100 is the usual size. */
  zoomPercent: z.number().int().min(LEAST_ZOOM_PERCENT).max(MOST_ZOOM_PERCENT).default(USUAL_ZOOM_PERCENT),
  startWithComputer: z.boolean(),
  notifications: z.boolean(),
  notificationKinds: z.array(z.enum(NOTIFICATION_KINDS)).default([...NOTIFICATION_KINDS]),
  quietHours: quietHours.default(STANDARD_QUIET_HOURS),
  /** Minutes between two automatic runs; null = the package's own default. */
  pullIntervalMinutes: z.number().int().min(1).max(1_440).nullable(),
  proxy: proxySettings.default(STANDARD_PROXY),
});
export type AppSettings = z.output<typeof appSettings>;

export const STANDARD_APP_SETTINGS: AppSettings = {
  language: 'nl',
  theme: 'system',
  zoomPercent: USUAL_ZOOM_PERCENT,
  startWithComputer: false,
  notifications: true,
  notificationKinds: [...NOTIFICATION_KINDS],
  quietHours: STANDARD_QUIET_HOURS,
  pullIntervalMinutes: null,
  proxy: STANDARD_PROXY,
};
