/** Runs in the main process: every way in which the answer of a login page comes back to this computer (RFC 8252). */
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { LoginReturn, LoginWait } from '../ports';
import { createAnswerQueue } from './answer-queue';
import type { LoginAddresses } from './login-addresses';
import { answerIn, readPastedAnswer } from './login-text';
import { listenForAnswer } from './loopback-listener';
import {
  isSameAddress,
  readRedirectAddress,
  RETURN_PATH,
  RETURN_SCHEME_ADDRESS,
  withPort,
  type RedirectAddress,
} from './redirect-address';

/** A way in that stays open until it is closed. */
interface Entrance {
  readonly stateTail: string;
  readonly redirectUri: string;
  readonly close: () => Promise<void>;
}

type Deliver = (parameters: URLSearchParams) => void;

/**
 * `addresses`: those of our own scheme that the system hands to this process; null when it never does, as on the command
 * line. Opening fails with `login-redirect-unusable`, or with a problem of `listenForAnswer`.
 */
export function createLoginReturn(addresses: LoginAddresses | null): LoginReturn {
  return {
    open: async (redirectUri) => {
      const address = readRedirectAddress(redirectUri);
      if (address === null) {
        return fail(problem('invalid-input', 'login-redirect-unusable', { redirectUri }, { field: 'redirectUri' }));
      }
      const answers = createAnswerQueue();
      const entrance = await openEntrance(address, redirectUri, addresses, answers.add);
      return entrance.ok ? ok(waitAt(entrance.value, answers)) : entrance;
    },
  };
}

function waitAt({ stateTail, redirectUri, close }: Entrance, answers: ReturnType<typeof createAnswerQueue>): LoginWait {
  return {
    redirectUri,
    stateTail,
    answer: answers.next,
    give: (text) => {
      const parameters = readPastedAnswer(text);
      if (parameters === null) return false;
      answers.add(parameters);
      return true;
    },
    close,
  };
}

async function openEntrance(
  address: RedirectAddress,
  redirectUri: string,
  addresses: LoginAddresses | null,
  deliver: Deliver,
): Promise<Result<Entrance>> {
  switch (address.kind) {
    case 'loopback': {
      const { hosts, port, path } = address;
      const listening = await listenForAnswer({ hosts, port, path, onAnswer: deliver });
      if (!listening.ok) return listening;
      const { port: listened, close } = listening.value;
      return ok({ stateTail: '', redirectUri: port === 0 ? withPort(redirectUri, listened) : redirectUri, close });
    }
    case 'scheme': {
      const stop = receive(addresses, redirectUri, deliver);
      return ok({ stateTail: '', redirectUri, close: () => Promise.resolve(stop()) });
    }
    case 'hosted': {
      // The page learns the port from the end of the state; where a firewall stands in between, it uses our scheme.
      const listening = await listenForAnswer({ hosts: ['127.0.0.1'], port: 0, path: RETURN_PATH, onAnswer: deliver });
      if (!listening.ok) return listening;
      const stop = receive(addresses, RETURN_SCHEME_ADDRESS, deliver);
      const close = async (): Promise<void> => {
        stop();
        await listening.value.close();
      };
      return ok({ stateTail: `.${listening.value.port}`, redirectUri, close });
    }
  }
}

/** Takes the answers at one address of our scheme, and nothing else that arrives under it. */
function receive(addresses: LoginAddresses | null, expected: string, deliver: Deliver): () => void {
  if (addresses === null) return () => undefined;
  return addresses.listen((text) => {
    if (!URL.canParse(text)) return;
    const address = new URL(text);
    const parameters = isSameAddress(address, new URL(expected)) ? answerIn(address) : null;
    if (parameters !== null) deliver(parameters);
  });
}
