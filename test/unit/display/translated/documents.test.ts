import { untranslated } from './inBrackets';
import { describe, expect, it } from 'vitest';
import type { NetworkFacts, RequestOutcome } from '../../../../src/core/network/networkFacts';
import { decodeToken } from '../../../../src/core/tokens/decodeToken';
import { findSecrets } from '../../../../src/core/tokens/findTokens';
import { decodedDocument } from '../../../../src/display/decoded/decodedDocument';
import { diagnosticText } from '../../../../src/display/decoded/diagnosticText';
import { hoverLines } from '../../../../src/display/decoded/hoverLines';
import { relativeTime } from '../../../../src/display/decoded/relativeTime';
import { durationText } from '../../../../src/display/durationText';
import { networkReport } from '../../../../src/display/networkReport/networkReport';
import { makeJwt, makeJwtOfText } from '../../../support/makeJwt';
import { clientToken, refreshToken, roomId } from '../../../support/telnyxTokens';
import { noon } from '../rooms';
import { decoded, life, past } from './samples';

describe('Nothing but names, numbers and times stays as it is', () => {
  it('in what is said of tokens in documents', () => {
    const grants = (count: number) => ({
      grants: [
        {
          actions: ['join'],
          resources: Array.from(
            { length: count },
            (_, index) => `telnyx:video:rooms:${roomId.slice(0, -1)}${index}`,
          ),
          subjects: [],
        },
      ],
    });
    const tokens = [
      clientToken(life),
      refreshToken(past),
      clientToken({ ...life, ...grants(2) }),
      clientToken({ ...life, ...grants(5) }),
      makeJwt({ z: 1 }),
    ];
    const found = [
      ...tokens.flatMap(token => findSecrets(`${token} https://a.b/?client_token=${token}`)),
      ...findSecrets(`KEY${'0190AB12CD34EF56'.repeat(2)}_x`),
    ];
    const comments = [...tokens, 'z', makeJwtOfText('[]'), 'z'.repeat(100_000)].flatMap(token =>
      decodedDocument(decodeToken(token), noon)
        .split('\n')
        .flatMap(line => (line.includes('// ') ? [line.replace(/^.*?\/\/ /, '')] : [])),
    );
    const texts = [
      ...found.map(each => diagnosticText(each, noon)),
      ...tokens.flatMap(token => hoverLines(decoded(token), noon)),
      ...comments,
      ...[1, 90, 9000, 1e6].map(distance => relativeTime(noon + distance * 1000, noon)),
      ...[1, 60, 90, 600, 3600].map(durationText),
    ];
    expect(found.length).toBeGreaterThan(5);
    expect(untranslated(texts)).toEqual([]);
  });

  it('in a report on the network', () => {
    const answered: RequestOutcome = { ok: true, status: 401, contentType: 'application/json' };
    const outcomes: readonly RequestOutcome[] = [
      { ...answered, clockOffset: 90_000 },
      { ...answered, clockOffset: -90_000 },
      { ok: true, status: 200, contentType: '' },
      { ok: false, failure: 'proxy', proxyStatus: 407 },
      { ok: false, failure: 'cancelled' },
    ];
    const steps = [
      { ok: true, status: 200 },
      { ok: false, code: 'Z' },
    ] as const;
    const facts = outcomes.flatMap(outcome =>
      steps.map((step): NetworkFacts => ({
        origin: 'https://api.telnyx.com',
        route: ['undici'],
        lookup: {
          milliseconds: 3,
          outcome: step.ok ? { ok: true, addresses: ['192.0.2.7'] } : step,
        },
        connections: [{ address: '192.0.2.7', milliseconds: 4, outcome: step }],
        tls: {
          milliseconds: 5,
          outcome: {
            ...(step.ok ? { ok: true, protocol: 'z', cipher: 'z' } : step),
            certificates: [
              { subject: 'z', issuer: 'z', validFrom: 'z', validTo: 'z', fingerprint: 'z' },
            ],
          },
        },
        ...(step.ok && {
          proxy: { url: 'http://192.0.2.8', connect: { milliseconds: 6, outcome: step } },
        }),
        transports: [
          {
            transport: 'undici',
            requests: [outcome, outcome].map(each => ({ milliseconds: 12, outcome: each })),
          },
        ],
      })),
    );
    const known = {
      versions: { Z: 'z' },
      settings: { z: 'z', 'http.proxyAuthorization': 'secret' },
      environment: { Z: undefined },
    };
    const lines = facts.flatMap(each => networkReport(known, each, noon).split('\n'));
    const failures = ['proxy', 'cancelled'];
    const values = ['http.proxyAuthorization', 'application/json', 'undici', 'Z', 'z'];
    expect(untranslated(lines, ...values, ...failures)).toEqual([]);
  });
});
