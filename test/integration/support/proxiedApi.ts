import type { Sandbox } from '../../../src/sandbox/startSandbox';
import { issueCertificate, type KeyAndCertificate } from '../../support/network/certificates';
import { startHttpsFront, type HttpsFront } from '../../support/network/httpsFront';
import { setApiBaseUrl } from './userSettings';

/** A name that no resolver knows: only a proxy finds the way. */
export const proxiedHost = 'api.telnyx.test';

/** How to put a sandbox behind HTTPS. */
export interface HttpsOptions {
  /** Who vouches for it. */
  readonly authority: KeyAndCertificate;
  /** Whose certificate it has, its own unless told. */
  readonly certificateOf?: string;
  readonly expired?: boolean;
  /** The name or address that the extension is to ask, {@link proxiedHost} unless told. */
  readonly host?: string;
}

/** Starts HTTPS in front of a sandbox, and makes it the extension's API. */
export async function serveByHttps(sandbox: Sandbox, options: HttpsOptions): Promise<HttpsFront> {
  const { authority, host = proxiedHost, certificateOf = host, expired = false } = options;
  const certificate = await issueCertificate(authority, [certificateOf], { expired });
  const front = await startHttpsFront(certificate, sandbox.baseUrl);
  await setApiBaseUrl(`https://${host}:${front.port}/v2`);
  return front;
}
