import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { TextEditor } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { startConnectProxy, type ConnectProxy } from '../support/network/connectProxy';
import type { HttpsFront } from '../support/network/httpsFront';
import { readTestAuthorities } from '../support/network/testAuthorities';
import { resetHostSettings, setHostSetting } from './support/hostSettings';
import { expectNoTrace } from './support/noTrace';
import { serveByHttps } from './support/proxiedApi';
import { activeEditor, closeEditors } from './support/textFiles';
import { setApiBaseUrl } from './support/userSettings';
import { useWorld } from './support/world';

const { collectNetworkDiagnostics } = commandIds;

describe('Telnyx: Collect Network Diagnostics', () => {
  const world = useWorld();
  let front: HttpsFront | undefined;
  let proxy: ConnectProxy | undefined;

  afterEach(async () => {
    await resetHostSettings();
    await closeEditors();
    await front?.close();
    await proxy?.close();
    front = proxy = undefined;
  });

  /** Runs the command, and gives back the report that comes up. */
  async function collect(): Promise<string> {
    strictEqual(await world().run(collectNetworkDiagnostics), undefined, 'it answers nothing');
    const { document } = await activeEditor(isReport);
    return document.getText();
  }

  function isReport({ document }: TextEditor): boolean {
    return document.uri.path.endsWith('/Network Diagnostics.md');
  }

  it('shows how requests reach the API, without a secret in them or in the report', async () => {
    const { sandbox, room } = world();
    const report = await collect();
    match(
      report,
      new RegExp(`## Result\\n\\n- Requests reach \`${new URL(sandbox.baseUrl).origin}\``),
    );
    match(report, /- VS Code Server: `|- .*: `1\.(105|139)\./);
    match(report, /- telnyxRooms\.network: `auto`\n/);
    match(report, /- Connection to `127\.0\.0\.1`: there \(\d+ ms\)/);
    match(report, /- undici, first request: HTTP 401, `application\/json[^`]*` \(\d+ ms\)/);
    match(report, /- undici, second request, on the open connection: HTTP 401/);
    deepStrictEqual(
      sandbox.requests.map(({ headers }) => headers.authorization),
      [undefined, undefined],
    );
    for (const secret of [room.refreshToken, sandbox.apiKey]) {
      expectNoTrace(secret, report);
    }
  });

  it('tells the proxy, the names and the certificates on both ways', async () => {
    const { sandbox } = world();
    const { extra } = await readTestAuthorities();
    front = await serveByHttps(sandbox, { authority: extra });
    proxy = await startConnectProxy(() => ({ credentials: 'user:pass' }));
    await setHostSetting('http.proxy', proxy.url.replace('//', '//user:pass@'));
    const report = await collect();
    match(report, /- http\.proxy: `http:\/\/••••••••@127\.0\.0\.1:\d+`\n/);
    match(report, /- Asked for the API without a name and password: HTTP 407 \(/);
    match(report, /- DNS: failed, `(ENOTFOUND|EAI_AGAIN)`/);
    match(report, /- Tried in this order: vscode, undici\n/);
    doesNotMatch(report, /user|pass\b/);
  });

  it('says what is wrong with a certificate, and by whom it is signed', async () => {
    const { sandbox } = world();
    const { extra } = await readTestAuthorities();
    front = await serveByHttps(sandbox, { authority: extra, host: '127.0.0.1', expired: true });
    const report = await collect();
    match(report, /- By undici: The certificate of 127\.0\.0\.1:\d+ has expired/);
    match(report, /- TLS: failed, `CERT_HAS_EXPIRED` \(/);
    match(report, /- Certificate of `127\.0\.0\.1`, issued by `Extra`, valid from/);
    match(report, /- vscode, first request: failed \(certificate\), `CERT_HAS_EXPIRED`/);
    deepStrictEqual(front.requests, []);
  });

  it('goes where the setting leads, and refuses one that leads nowhere', async () => {
    const { run, user } = world();
    await setApiBaseUrl('ftp://example.com');
    await run(collectNetworkDiagnostics);
    ok(user.texts.at(-1)?.includes('telnyxRooms.apiBaseUrl'));
  });
});
