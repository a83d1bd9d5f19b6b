/** Sending a call and reading its answer, the same for both services. */
import { z } from 'zod';
import { readAnswer } from '../_kit/answer';
import type { ConnectorContext } from '../_kit/connector';
import type { HttpCall, HttpResponse } from '../_kit/http';
import { problem } from '../_kit/problem';
import { fail, ok, type Result } from '../_kit/result';
import { answerRules, tokenRefused } from './problems';

/** What a call needs; also before there is an administration. */
export type CallContext = Omit<ConnectorContext, 'administration' | 'settings'>;

/** A read, or the refusal of it. Problems: as `readAnswer`, and those of the connection. */
export async function read<T>(ctx: CallContext, call: HttpCall, schema: z.ZodType<T>): Promise<Result<T>> {
  const answer = await exchange(ctx, call);
  return answer.ok ? readAnswer(call, answer.value, schema, answerRules, ctx.clock.nowMs()) : answer;
}

/**
 * A write. Both services answer a success without body and name what they made in Location; its path is what comes back,
 * decoded, part by part. Host and version of it are not looked at: they may be those of the old address (page "Change base
 * URL"). `outcome-unknown` when a success does not hold together.
 */
export async function write(ctx: CallContext, call: HttpCall): Promise<Result<readonly string[]>> {
  const answer = await exchange(ctx, call);
  if (!answer.ok) return answer;
  const { status, headers } = answer.value;
  if (status < 200 || status > 299) {
    const refused = readAnswer(call, answer.value, z.never(), answerRules, ctx.clock.nowMs());
    if (!refused.ok) return refused;
  }
  if (isWebPage(answer.value)) return fail(unclear(status, 'answer-html'));
  return ok(pathOf(headers.location ?? ''));
}

async function exchange(ctx: CallContext, call: HttpCall): Promise<Result<HttpResponse>> {
  const answer = await ctx.send(call);
  return answer.ok ? answer : fail(tokenRefused(call, answer.problem));
}

/** A success that does not say what was made. */
export const unclear = (status: number | null, reason: string) =>
  problem(
    'outcome-unknown',
    reason === 'answer-html' ? reason : 'outcome-unknown',
    { reason },
    { vendor: { status, code: null, text: null } },
  );

const isWebPage = ({ headers, body }: HttpResponse): boolean =>
  body.trim().startsWith('<') || /\bhtml\b/i.test(headers['content-type'] ?? '');

function pathOf(location: string): readonly string[] {
  const [path = ''] = location.split(/[?#]/);
  try {
    return path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    return [];
  }
}
