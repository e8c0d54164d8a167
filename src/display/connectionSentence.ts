import type { ApiErrorFacts, ApiErrorKind } from '../core/api/apiError';
import type { ErrorMessage } from './errorMessage';
import { t } from './l10n';

/** Failures between this machine and the API, which mean the same whatever the call was for. */
export type ConnectionErrorKind = Extract<
  ApiErrorKind,
  'network' | 'certificate' | 'proxy' | 'timeout' | 'badResponse'
>;

/** Why the API at a host was not reached, and what to do. Holds no text of a server. */
export function connectionMessage(
  kind: ConnectionErrorKind,
  facts: ApiErrorFacts,
  host: string,
): ErrorMessage {
  return {
    text: connectionSentence(kind, facts, host),
    remedies: ['tryAgain', 'collectNetworkDiagnostics'],
  };
}

/** The sentence of {@link connectionMessage}. */
export function connectionSentence(
  kind: ConnectionErrorKind,
  { status, systemCode }: ApiErrorFacts,
  host: string,
): string {
  switch (kind) {
    case 'network':
      return t`${host} could not be reached. Check your network or proxy, then try again.`;
    case 'certificate':
      return certificateSentence(systemCode, host);
    case 'proxy':
      return status === 407
        ? t`The proxy on the way to ${host} asks for a name and password, or did not take those it got. Write them into the setting http.proxy (http://NAME:PASSWORD@HOST:PORT), then reload the window.`
        : t`The proxy on the way to ${host} did not let the request through. Check the settings http.proxy and http.noProxy, or ask who runs your network.`;
    case 'timeout':
      return t`${host} did not answer in time. Check your network, then try again.`;
    case 'badResponse':
      return t`What answered at ${host} was not the Telnyx API, or its answer was cut short. Check your network or proxy, then try again.`;
  }
}

function certificateSentence(code: string | undefined, host: string): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return t`The certificate of ${host} has expired, so nothing was sent. Check the date of this machine, or ask who runs your network.`;
    case 'CERT_NOT_YET_VALID':
      return t`The certificate of ${host} is not valid yet, so nothing was sent. Check the date of this machine, or ask who runs your network.`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'UND_ERR_PRX_TLS':
      return t`What answered for ${host} has the certificate of another host, so nothing was sent. Check the settings telnyxRooms.apiBaseUrl and http.proxy, or ask who runs your network.`;
    case 'NODE_TLS_REJECT_UNAUTHORIZED':
      return t`NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment of VS Code makes it trust any certificate, so nothing was sent. Take it out, then restart VS Code.`;
    case undefined:
    default:
      return t`The certificate of ${host} is not trusted on this machine, so nothing was sent. If your network has a certificate authority of its own, have it installed on this machine, turn on the setting http.systemCertificates, then restart VS Code.`;
  }
}
