import { describe, expect, it } from 'vitest';
import type { HostFacts } from '../../../src/core/network/hostFacts';
import type { NetworkFacts, RequestOutcome } from '../../../src/core/network/networkFacts';
import { networkReport } from '../../../src/display/networkReport/networkReport';
import { withoutCredentials } from '../../../src/display/networkReport/reportedValue';

const now = Date.parse('2026-11-23T12:00:00Z');
const answered: RequestOutcome = { ok: true, status: 401, contentType: 'application/json' };
const untrusted: RequestOutcome = {
  ok: false,
  failure: 'certificate',
  systemCode: 'SELF_SIGNED_CERT_IN_CHAIN',
};
const host: HostFacts = { versions: { 'VS Code': '1.139.0' }, settings: {}, environment: {} };

function factsOf(undici: RequestOutcome, vscode: RequestOutcome): NetworkFacts {
  const timed = (outcome: RequestOutcome) => ({ milliseconds: 12, outcome });
  return {
    origin: 'https://api.telnyx.com',
    route: ['undici', 'vscode'],
    lookup: { milliseconds: 3, outcome: { ok: true, addresses: ['192.0.2.7'] } },
    connections: [{ address: '192.0.2.7', milliseconds: 4, outcome: { ok: true } }],
    transports: [
      { transport: 'undici', requests: [timed(undici)] },
      { transport: 'vscode', requests: [timed(vscode), timed(vscode)] },
    ],
  };
}

describe('networkReport', () => {
  it('says first whether requests get there, and how', () => {
    expect(networkReport(host, factsOf(answered, answered), now)).toContain(
      '## Result\n\n- Requests reach `https://api.telnyx.com` by undici.\n',
    );
    expect(networkReport(host, factsOf(untrusted, answered), now)).toContain('by vscode.\n');
  });

  it('says for each way why it failed, and what to do', () => {
    const noWay: RequestOutcome = { ok: false, failure: 'proxy', proxyStatus: 407 };
    const report = networkReport(host, factsOf(untrusted, noWay), now);
    expect(report).toMatch(/- By undici: The certificate of api\.telnyx\.com is not trusted/);
    expect(report).toMatch(/- By vscode: The proxy on the way .* setting http\.proxy /);
    expect(report).toContain('first request: failed (proxy), `HTTP 407` (12 ms)');
  });

  it('tells a page from the API', () => {
    const page: RequestOutcome = { ok: true, status: 200, contentType: 'text/html' };
    const report = networkReport(host, factsOf(page, page), now);
    expect(report).toContain('- By undici: What answered at api.telnyx.com was not the Telnyx API');
    expect(report).toContain('HTTP 200, `text/html`, not the Telnyx API (12 ms)');
  });

  it.each([
    [90_000, 'behind'],
    [-90_000, 'ahead of'],
  ])('points out a clock that is %s ms off', (clockOffset, where) => {
    const report = networkReport(host, factsOf({ ...answered, clockOffset }, answered), now);
    expect(report).toContain(`The clock of this machine is 90 s ${where} the API's.`);
  });

  it('says nothing of a clock that is right', () => {
    const report = networkReport(host, factsOf({ ...answered, clockOffset: 900 }, answered), now);
    expect(report).not.toContain('clock');
  });

  it('names settings and variables, set or not, without passwords', () => {
    const report = networkReport(
      {
        versions: {},
        settings: {
          'http.proxy': 'http://user:p@ss/word@proxy.example:3128/?x=y',
          'http.noProxy': ['example.com'],
          'http.proxyAuthorization': 'Basic dXNlcjpwYXNz',
          'http.proxySupport': 'override',
          'http.electronFetch': undefined,
        },
        environment: { HTTPS_PROXY: 'user:pass@proxy.example:3128', NO_PROXY: 'a`b\n# c' },
      },
      factsOf(answered, answered),
      now,
    );
    expect(report).toContain('- http.proxy: `http://••••••••@proxy.example:3128/`\n');
    expect(report).toContain('- http.noProxy: `["example.com"]`\n');
    expect(report).toContain('- http.proxyAuthorization: set\n');
    expect(report).toContain('- http.electronFetch: not set\n');
    expect(report).toContain('- HTTPS_PROXY: `••••••••@proxy.example:3128`\n');
    expect(report).toContain("- NO_PROXY: `a'b`\n");
    expect(report).not.toMatch(/user|pass\b|p@ss|word[@/]|dXNl/i);
  });

  it('shows certificates of strangers as text', () => {
    const certificate = {
      subject: 'x`](command:evil)',
      issuer: 'Company\n# Title',
      validFrom: 'Nov 1',
      validTo: 'Nov 2',
      fingerprint: 'AA:BB',
    };
    const outcome = { ok: false, code: 'CERT_HAS_EXPIRED', certificates: [certificate] } as const;
    const facts = { ...factsOf(untrusted, untrusted), tls: { milliseconds: 5, outcome } };
    const report = networkReport(host, facts, now);
    expect(report).toContain('- TLS: failed, `CERT_HAS_EXPIRED` (5 ms)');
    expect(report).toContain('issued by `Company # Title`');
    expect(report).not.toContain('](command');
  });
});

describe('withoutCredentials', () => {
  it.each([
    ['http://proxy:80', 'http://proxy:80'],
    ['http://a:b@proxy', 'http://••••••••@proxy'],
    ['http://a:b#c?d@proxy', 'http://••••••••@proxy'],
    ['socks5://a:b@c@proxy', 'socks5://••••••••@proxy'],
    ['a:b@proxy:1', '••••••••@proxy:1'],
    ['proxy:1', 'proxy:1'],
    ['/etc/ssl/my.pem', '/etc/ssl/my.pem'],
  ])('%s becomes %s', (text, shown) => {
    expect(withoutCredentials(text)).toBe(shown);
  });
});
