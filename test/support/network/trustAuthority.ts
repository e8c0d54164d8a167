import tls from 'node:tls';
import { vi } from 'vitest';

/** Has this process trust a certificate authority until mocks are restored, as NODE_EXTRA_CA_CERTS would. */
export function trustAuthority(certificate: string): void {
  const create = tls.createSecureContext;
  vi.spyOn(tls, 'createSecureContext').mockImplementation(options =>
    create({ ca: certificate, ...options }),
  );
}
