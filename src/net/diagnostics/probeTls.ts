import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { CertificateFact, TlsOutcome } from '../../core/network/networkFacts';
import { stepFailure } from './stepFailure';

/** More than any chain has; a hostile one may go on. */
const longestChain = 8;

/** Where a handshake is made. */
export interface TlsTarget {
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** Makes a TLS handshake with an address, sends nothing, and closes the connection. */
export async function probeTls(
  { host, address, port }: TlsTarget,
  signal: AbortSignal,
): Promise<TlsOutcome> {
  const socket = connect({
    host: address,
    port,
    // Said explicitly, because NODE_TLS_REJECT_UNAUTHORIZED=0 is for what doesn't say it.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 && { servername: host }),
  });
  socket.on('error', () => undefined);
  let certificates: readonly CertificateFact[] = [];
  // Before Node's own listener, which lets go of the connection when the certificate is refused.
  socket.prependListener('secure', () => (certificates = chainOf(socket)));
  try {
    await once(socket, 'secureConnect', { signal });
    const protocol = socket.getProtocol() ?? 'unknown';
    return { ok: true, protocol, cipher: socket.getCipher().name, certificates };
  } catch (error) {
    return { ...stepFailure(error, signal), certificates };
  } finally {
    socket.destroy();
  }
}

/** The server's certificate first, then each one's issuer. */
function chainOf(socket: TLSSocket): readonly CertificateFact[] {
  const chain: CertificateFact[] = [];
  const seen = new Set<string>();
  let next: Partial<DetailedPeerCertificate> | undefined = socket.getPeerCertificate(true);
  while (next?.fingerprint256 !== undefined && chain.length < longestChain) {
    // A root is its own issuer.
    if (seen.has(next.fingerprint256)) {
      break;
    }
    seen.add(next.fingerprint256);
    chain.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      validFrom: next.valid_from ?? '',
      validTo: next.valid_to ?? '',
      fingerprint: next.fingerprint256,
    });
    next = next.issuerCertificate;
  }
  return chain;
}

/** Common name and organisation: both are optional, and may be lists. */
function nameOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  const parts = name === undefined ? [] : [name.CN, name.O];
  return parts
    .flat()
    .filter(part => typeof part === 'string' && part !== '')
    .join(', ');
}
