import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostVersions } from '../../scripts/hosts/hostVersions';
import { installNode } from '../../scripts/hosts/nodeBinary';
import { createTemporaryFolder } from '../../scripts/hosts/temporaryFolder';
import { createAuthority, issueCertificate } from '../support/network/certificates';
import { makeBenchFiles, type BenchFiles } from './benchFiles';
import type { ClientJob, ClientResult, ClientTarget } from './clients/clientJobs';
import { BenchHost } from './host/benchHost';
import type { Plan } from './plan';
import { seededRandom } from './rounds';
import { startAnswerServer, type AnswerServer } from './servers/answerServer';

/** What all parts of the bench share. */
export interface Bench {
  readonly plan: Plan;
  readonly random: () => number;
  readonly files: BenchFiles;
  /** Servers on this machine that answer refreshes: with kept connections, and with a new one for each. */
  readonly servers: Readonly<Record<ServerName, AnswerServer>>;
  /** The API that keeps connections, over https. */
  readonly baseUrl: string;
  /** PEM file of the authority that signed the servers' certificate. */
  readonly authorityFile: string;
  /** What a client needs to reach a port. */
  target(protocol: 'http' | 'https', port: number): ClientTarget;
  /** Runs a job in a fresh process of VS Code's own version of Node. */
  runClient(job: ClientJob): Promise<ClientResult>;
  /** The real VS Code, started by the first call. It trusts the servers' certificate. */
  host(): Promise<BenchHost>;
  /** Tells how far the bench is. */
  say(line: string): void;
  close(): Promise<void>;
}

type ServerName = 'http' | 'https' | 'httpsThatHangsUp';

/** Makes what the bench needs, on this machine alone. */
export async function openBench(plan: Plan, seed: number): Promise<Bench> {
  const folder = createTemporaryFolder('bench-authority');
  const authority = await createAuthority('Bench');
  const certificate = await issueCertificate(authority, ['127.0.0.1']);
  const authorityFile = join(folder.path, 'authority.pem');
  await writeFile(authorityFile, authority.cert);
  const env = { NODE_EXTRA_CA_CERTS: authorityFile };
  const files = await makeBenchFiles();
  const execPath = await installNode(hostVersions.newest.node);
  const servers = {
    http: await startAnswerServer({}),
    https: await startAnswerServer({ certificate }),
    httpsThatHangsUp: await startAnswerServer({ certificate, hangUp: true }),
  };
  let host: Promise<BenchHost> | undefined;
  return {
    plan,
    random: seededRandom(seed),
    files,
    servers,
    baseUrl: `https://127.0.0.1:${servers.https.port}/v2`,
    authorityFile,
    target: (protocol, port) => ({
      origin: `${protocol}://127.0.0.1:${port}`,
      authority: authority.cert,
      distFolder: join(files.packagedExtension, 'dist'),
      peers: files.peers,
    }),
    async runClient(job) {
      const child = fork(files.clientProcess, [], {
        execPath,
        execArgv: ['--require', files.editorStandIn],
        env: { ...process.env, ...env },
      });
      const ended = once(child, 'exit').then(([code]) => {
        throw new Error(`A process that measures clients ended with ${String(code)}.`);
      });
      child.send(job);
      const [result] = (await Promise.race([once(child, 'message'), ended])) as [ClientResult];
      await ended.catch(() => undefined);
      return result;
    },
    // VS Code's own requests trust the system's authorities, which this names.
    host: () => (host ??= BenchHost.start(files, { ...env, SSL_CERT_FILE: authorityFile })),
    say: line => void process.stderr.write(`${line}\n`),
    async close() {
      await (await host)?.stop();
      await Promise.all(Object.values(servers).map(server => server.close()));
      await folder.remove();
    },
  };
}
