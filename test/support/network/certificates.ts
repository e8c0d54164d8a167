import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** A private key and its certificate, both PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

const day = 24 * 60 * 60 * 1000;
const keys = { keyType: 'ec', algorithm: 'sha256' } as const;

/** Makes a certificate authority of its own that nothing trusts yet. */
export async function createAuthority(name: string): Promise<KeyAndCertificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...keys,
    notBeforeDate: new Date(Date.now() - 30 * day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** Has an authority sign a server certificate for host names and addresses. */
export async function issueCertificate(
  authority: KeyAndCertificate,
  hosts: readonly string[],
  { expired = false } = {},
): Promise<KeyAndCertificate> {
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? '' }], {
    ...keys,
    ca: { ...authority },
    notBeforeDate: new Date(Date.now() - 2 * day),
    notAfterDate: new Date(Date.now() + (expired ? -day : day)),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: hosts.map(host =>
          isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host },
        ),
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
