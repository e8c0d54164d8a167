import type {
  NetworkFacts,
  RequestOutcome,
  Timed,
  TransportFact,
} from '../../core/network/networkFacts';
import { connectionSentence } from '../connectionSentence';
import { t } from '../l10n';
import { code } from './reportedValue';

/** Beyond this the two clocks differ so much that it matters, in milliseconds. */
const noteworthyOffset = 5000;

/** One line for each request: what came back, and how long it took. */
export function requestLines({ transports }: NetworkFacts): readonly string[] {
  return transports.flatMap(({ transport, requests }) =>
    requests.map(({ milliseconds, outcome }, index) => {
      const which = index === 0 ? t('first request') : t('second request, on the open connection');
      // Translators: {0} is what sends the request, {1} is "first request" or the second.
      return `- ${t`${transport}, ${which}: ${result(outcome)} (${milliseconds} ms)`}`;
    }),
  );
}

/** What it comes to, and what to do next. */
export function conclusion({ origin, route, transports }: NetworkFacts): readonly string[] {
  const { host } = new URL(origin);
  const tried = route
    .map(name => transports.find(({ transport }) => transport === name))
    .filter(fact => fact !== undefined);
  const working = tried.find(fact => firstOf(fact).outcome.ok);
  if (working === undefined) {
    return tried.map(
      fact => `- ${t`By ${fact.transport}: ${sentence(firstOf(fact).outcome, host)}`}`,
    );
  }
  const { outcome } = firstOf(working);
  return [
    isApi(outcome)
      ? `- ${t`Requests reach ${code(origin)} by ${working.transport}.`}`
      : `- ${t`By ${working.transport}: ${connectionSentence('badResponse', {}, host)}`}`,
    ...clockLine(outcome),
  ];
}

function clockLine(outcome: RequestOutcome): readonly string[] {
  const offset = outcome.ok ? (outcome.clockOffset ?? 0) : 0;
  const seconds = Math.round(Math.abs(offset) / 1000);
  if (Math.abs(offset) < noteworthyOffset) {
    return [];
  }
  return offset > 0
    ? [`- ${t`The clock of this machine is ${seconds} s behind the API's. Set it right.`}`]
    : [`- ${t`The clock of this machine is ${seconds} s ahead of the API's. Set it right.`}`];
}

function firstOf({ requests }: TransportFact): Timed<RequestOutcome> {
  const [first] = requests;
  return first ?? { milliseconds: 0, outcome: { ok: false, failure: 'cancelled' } };
}

function result(outcome: RequestOutcome): string {
  if (!outcome.ok) {
    const { failure, proxyStatus, systemCode } = outcome;
    const why = systemCode ?? (proxyStatus === undefined ? failure : `HTTP ${proxyStatus}`);
    // Translators: {0} is the kind of failure, {1} the code of an error.
    return t`failed (${failure}), ${code(why)}`;
  }
  const type = outcome.contentType === '' ? t('no content type') : code(outcome.contentType);
  const answer = `HTTP ${outcome.status}, ${type}`;
  return isApi(outcome) ? answer : t`${answer}, not the Telnyx API`;
}

/** The API answers in JSON, also to a request without a key. */
function isApi(outcome: RequestOutcome): boolean {
  return outcome.ok && /^application\/(?:[\w.]+\+)?json\b/i.test(outcome.contentType);
}

function sentence(outcome: RequestOutcome, host: string): string {
  if (outcome.ok || outcome.failure === 'cancelled') {
    return t('Not tried to the end.');
  }
  const { failure, proxyStatus, systemCode } = outcome;
  return connectionSentence(
    failure === 'tooLarge' ? 'badResponse' : failure,
    {
      ...(systemCode !== undefined && { systemCode }),
      ...(proxyStatus !== undefined && { status: proxyStatus }),
    },
    host,
  );
}
