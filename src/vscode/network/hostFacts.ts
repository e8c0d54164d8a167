import { env as environment, platform, arch, versions } from 'node:process';
import { env, extensions, UIKind, version, workspace } from 'vscode';
import type { HostFacts } from '../../core/network/hostFacts';
import { t } from '../../display/l10n';
import { settings } from '../settings';

/** What decides in VS Code how requests are sent. */
const hostSettings = [
  'http.proxy',
  'http.noProxy',
  'http.proxySupport',
  'http.proxyStrictSSL',
  'http.proxyAuthorization',
  'http.proxyKerberosServicePrincipal',
  'http.systemCertificates',
  'http.useLocalProxyConfiguration',
  'http.fetchAdditionalSupport',
  'http.electronFetch',
];

const variables = [
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_USE_ENV_PROXY',
  'NODE_USE_SYSTEM_CA',
];

/** Reads what this extension runs in. The values may hold the password of a proxy. */
export function hostFacts(network: string): HostFacts {
  const api = settings.apiBaseUrl();
  return {
    versions: {
      'Telnyx Room Tokens': ownVersion(),
      [env.appName]: version,
      // Translators: {0} is the name of a remote machine's sort, such as ssh-remote.
      [t('Runs in')]:
        `${env.uiKind === UIKind.Web ? t('a browser') : t('a window')}, ${env.appHost}, ${t`remote: ${env.remoteName ?? t('none')}`}`,
      'Node.js': versions.node,
      OpenSSL: versions.openssl,
      // Translators: the operating system.
      [t('System')]: `${platform} ${arch}`,
    },
    settings: {
      // Translators: said of the setting's value.
      'telnyxRooms.apiBaseUrl': api.ok ? api.baseUrl : t('not usable'),
      'telnyxRooms.network': network,
      ...Object.fromEntries(hostSettings.map(name => [name, read(name)])),
    },
    environment: Object.fromEntries(variables.map(name => [name, environment[name]])),
  };
}

function ownVersion(): string {
  const own = extensions.getExtension('telnyx-room-tokens.telnyx-room-tokens');
  const { version: found } = Object(own?.packageJSON) as { version?: unknown };
  return String(found);
}

function read(name: string): unknown {
  return workspace.getConfiguration().get<unknown>(name);
}
