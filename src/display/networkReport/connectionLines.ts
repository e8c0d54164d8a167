import type {
  CertificateFact,
  NetworkFacts,
  ProxyOutcome,
  StepFailure,
  Timed,
  TlsOutcome,
} from '../../core/network/networkFacts';
import { t } from '../l10n';
import { code, withoutCredentials } from './reportedValue';

/** The way straight to the API: its name, its addresses, its certificate. */
export function straightLines({ lookup, connections, tls }: NetworkFacts): readonly string[] {
  const addresses = lookup.outcome.ok
    ? lookup.outcome.addresses.map(code).join(', ')
    : failed(lookup.outcome);
  return [
    `- ${t`DNS: ${addresses} (${lookup.milliseconds} ms)`}`,
    ...connections.map(({ address, milliseconds, outcome }) => {
      // Translators: the connection could be made.
      const result = outcome.ok ? t('there') : failed(outcome);
      return `- ${t`Connection to ${code(address)}: ${result} (${milliseconds} ms)`}`;
    }),
    ...(tls === undefined ? [] : tlsLines(tls)),
  ];
}

/** What the proxy says, where one is set. */
export function proxyLines({ proxy }: NetworkFacts): readonly string[] {
  if (proxy === undefined) {
    return [
      `- ${t('None is set for this address in VS Code or the environment. A PAC file or the proxy of the system is known to VS Code only.')}`,
    ];
  }
  const { milliseconds, outcome } = proxy.connect;
  return [
    `- ${t`Proxy: ${code(withoutCredentials(proxy.url))}`}`,
    `- ${t`Asked for the API without a name and password: ${proxyAnswer(outcome)} (${milliseconds} ms)`}`,
  ];
}

function tlsLines({ milliseconds, outcome }: Timed<TlsOutcome>): readonly string[] {
  const result = outcome.ok
    ? t`trusted by Node, ${code(outcome.protocol)}, ${code(outcome.cipher)}`
    : failed(outcome);
  return [
    `- ${t`TLS: ${result} (${milliseconds} ms)`}`,
    ...outcome.certificates.map(certificateLine),
  ];
}

function certificateLine(certificate: CertificateFact): string {
  const { fingerprint, issuer, subject, validFrom, validTo } = certificate;
  return `  - ${t`Certificate of ${code(subject)}, issued by ${code(issuer)}, valid from ${code(validFrom)} to ${code(validTo)}, SHA-256 ${code(fingerprint)}`}`;
}

function proxyAnswer(outcome: ProxyOutcome): string {
  return outcome.ok ? `HTTP ${outcome.status}` : failed(outcome);
}

function failed({ code: reason }: StepFailure): string {
  // Translators: {0} is the code of an error.
  return t`failed, ${code(reason)}`;
}
