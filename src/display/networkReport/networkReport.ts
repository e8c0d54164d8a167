import type { HostFacts } from '../../core/network/hostFacts';
import type { NetworkFacts } from '../../core/network/networkFacts';
import { t } from '../l10n';
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
    [t('Result'), conclusion(facts)],
    [
      t('Versions'),
      Object.entries(host.versions).map(([name, version]) => `- ${name}: ${code(version)}`),
    ],
    [t('Settings'), values(host.settings)],
    [t('Environment'), values(host.environment)],
    // Translators: the way to an address without a proxy.
    [t`Straight to ${code(facts.origin)}`, straightLines(facts)],
    [t('Proxy'), proxyLines(facts)],
    [
      t('Requests'),
      [`- ${t`Tried in this order: ${facts.route.join(', ')}`}`, ...requestLines(facts)],
    ],
  ];
  return [
    `# ${t('Network diagnostics of Telnyx Room Tokens')}`,
    '',
    // Translators: {0} is the time at which the report was made.
    t`Made ${utcTime(now)}. No token, API key or password is in here, and none was sent. It names hosts, addresses and files of this machine and its network: read it before you give it to others.`,
    ...sections.flatMap(([title, lines]) => ['', `## ${title}`, '', ...lines]),
    '',
  ].join('\n');
}

function values(named: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(named).map(([name, value]) => `- ${name}: ${reportedValue(name, value)}`);
}
