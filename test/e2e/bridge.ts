/** The calls of the screens, made from the window itself: for what a test needs to have, not for what it shows. */
import type { Page } from '@playwright/test';
import { camel } from '../../preload/contract/bridge';
import type { Channel, Input, Output, Reply } from '../../preload/contract/calls';

type Area = Readonly<Record<string, (input: unknown) => Promise<Reply<unknown>>>>;

/** Calls `window.app` and gives the answer; a bug in the main process fails the test. */
export async function ask<C extends Channel>(window: Page, channel: C, input?: Input<C>): Promise<Output<C>> {
  const [area = '', verb = ''] = channel.split(':').map(camel);
  const reply = await window.evaluate(
    ([areaName, verbName, given]) =>
      (globalThis as unknown as { readonly app: Readonly<Record<string, Area>> }).app[areaName]?.[verbName]?.(given),
    [area, verb, input] as const,
  );
  if (reply?.ok !== true) throw new Error(`${channel} failed in the main process: ${JSON.stringify(reply)}`);
  return reply.value as Output<C>;
}

/** The value of an answer that must be right. */
export function right<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}
