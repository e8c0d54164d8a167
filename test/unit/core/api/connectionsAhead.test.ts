import { beforeEach, describe, expect, it } from 'vitest';
import { ConnectionsAhead } from '../../../../src/core/api/connectionsAhead';
import { TrustedOrigins } from '../../../../src/core/api/trustedOrigins';
import { ManualClock } from '../../../support/manualClock';
import { MemoryState } from '../../../support/memoryState';
import { ScriptedTransport } from '../../../support/scriptedTransport';

const telnyx = 'https://api.telnyx.com/v2';
const other = 'https://rooms.example.com/v2';

describe('ConnectionsAhead', () => {
  let clock: ManualClock;
  let origins: TrustedOrigins;
  let transport: ScriptedTransport;
  let connections: ConnectionsAhead;

  beforeEach(() => {
    clock = new ManualClock(0);
    origins = new TrustedOrigins(new MemoryState());
    transport = new ScriptedTransport();
    connections = new ConnectionsAhead(transport, origins, clock);
  });

  /** The origins that a connection is held open to. */
  const open = () => [
    ...new Set(
      transport.preparations
        .filter(({ signal }) => !signal.aborted)
        .map(({ origin }) => new URL(origin).host),
    ),
  ];

  it('opens one to an origin that the user trusts, and to no other', async () => {
    const ahead = connections.hold();
    ahead.to(other);
    expect(transport.preparations).toEqual([]);
    expect(clock.timers).toEqual([]);
    ahead.to(telnyx);
    expect(open()).toEqual(['api.telnyx.com']);
    await origins.trust(other);
    ahead.to(other);
    expect(open()).toEqual(['rooms.example.com']);
  });

  it('closes it where the next answer is for an origin that is not trusted', () => {
    const ahead = connections.hold();
    ahead.to(telnyx);
    ahead.to(other);
    expect(open()).toEqual([]);
    ahead.to(telnyx);
    ahead.to(undefined);
    expect(open()).toEqual([]);
    expect(clock.timers).toEqual([]);
  });

  it('closes it 30 s after the last question', () => {
    const ahead = connections.hold();
    ahead.to(telnyx);
    clock.advance(20_000);
    ahead.to(telnyx);
    expect(clock.timers).toEqual([30_000]);
    clock.advance(29_999);
    expect(open()).toEqual(['api.telnyx.com']);
    clock.advance(1);
    expect(open()).toEqual([]);
    expect(clock.timers).toEqual([]);
    ahead.to(telnyx);
    expect(open()).toEqual(['api.telnyx.com']);
  });

  it('closes it when what wanted it ends, however that ends', async () => {
    const asks = connections.during(ahead => {
      ahead.to(telnyx);
      return Promise.reject(new Error('Escape'));
    });
    expect(open()).toEqual(['api.telnyx.com']);
    await expect(asks).rejects.toThrow('Escape');
    expect(open()).toEqual([]);
    expect(clock.timers).toEqual([]);
  });

  it('closes it when the origin is no longer trusted', async () => {
    await origins.trust(other);
    connections.hold().to(other);
    connections.hold().to(telnyx);
    await origins.forgetAll();
    expect(open()).toEqual(['api.telnyx.com']);
  });

  it('closes all with the window', () => {
    connections.hold().to(telnyx);
    connections.hold().to(telnyx);
    connections.dispose();
    expect(open()).toEqual([]);
    expect(clock.timers).toEqual([]);
  });
});
