import type { HostFacts } from '../../core/network/hostFacts';
import type { NetworkFacts } from '../../core/network/networkFacts';
import { utcTime } from '../timeText';
import { proxyLines, straightLines } from './connectionLines';
import { code, reportedValue } from './reportedValue';
import { conclusion, requestLines } from './requestLines';

/**
 * The report on the way to an API, in Markdown. Holds no secret: names and passwords of proxies are
 * masked, and nothing else that it is made of knows one.
 *
 * @param now by this machine's clock, in milliseconds since the epoch
 */
export function networkReport(host: HostFacts, facts: NetworkFacts, now: number): string {
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Result', conclusion(facts)],
    [
      'Versions',
      Object.entries(host.versions).map(([name, version]) => `- ${name}: ${code(version)}`),
    ],
    ['Settings', values(host.settings)],
    ['Environment', values(host.environment)],
    [`Straight to ${code(facts.origin)}`, straightLines(facts)],
    ['Proxy', proxyLines(facts)],
    ['Requests', [`- Tried in this order: ${facts.route.join(', ')}`, ...requestLines(facts)]],
  ];
  return [
    '# Network diagnostics of Telnyx Room Tokens',
    '',
    `Made ${utcTime(now)}. No token, API key or password is in here, and none was sent. It names hosts, addresses and files of this machine and its network: read it before you give it to others.`,
    ...sections.flatMap(([title, lines]) => ['', `## ${title}`, '', ...lines]),
    '',
  ].join('\n');
}

function values(named: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(named).map(([name, value]) => `- ${name}: ${reportedValue(name, value)}`);
}
