import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { createAuthority, type KeyAndCertificate } from './certificates';

/** Two certificate authorities that a test host trusts, each in a way of its own. */
export interface TestAuthorities {
  /** One of the system: named by `SSL_CERT_FILE`, as on a company's machine. */
  readonly system: KeyAndCertificate;
  /** One of Node's: named by `NODE_EXTRA_CA_CERTS`. */
  readonly extra: KeyAndCertificate;
}

const variable = 'TELNYX_ROOMS_TEST_AUTHORITIES';

/** Makes the authorities in a folder; resolves to the environment for a host that is to trust them. */
export async function writeTestAuthorities(folder: string): Promise<Record<string, string>> {
  const [system, extra] = await Promise.all([createAuthority('System'), createAuthority('Extra')]);
  const files = { all: 'authorities.json', system: 'system.pem', extra: 'extra.pem' };
  await writeFile(join(folder, files.all), JSON.stringify({ system, extra }), { mode: 0o600 });
  await writeFile(join(folder, files.system), system.cert);
  await writeFile(join(folder, files.extra), extra.cert);
  return {
    [variable]: join(folder, files.all),
    SSL_CERT_FILE: join(folder, files.system),
    NODE_EXTRA_CA_CERTS: join(folder, files.extra),
  };
}

/** The authorities that this host trusts. */
export async function readTestAuthorities(): Promise<TestAuthorities> {
  return JSON.parse(await readFile(env[variable] ?? '', 'utf8')) as TestAuthorities;
}
