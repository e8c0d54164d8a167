import { describe, expect, it } from 'vitest';
import { TrustedOrigins } from '../../../../src/core/api/trustedOrigins';
import { MemoryState } from '../../../support/memoryState';

const other = 'https://api.example/v2';

describe('TrustedOrigins', () => {
  it("trusts Telnyx's own origin and no other", () => {
    const origins = new TrustedOrigins(new MemoryState());
    expect(origins.isTrusted('https://api.telnyx.com/v2/rooms')).toBe(true);
    expect(origins.isTrusted(other)).toBe(false);
    expect(origins.isTrusted('https://api.telnyx.com.evil.example/v2')).toBe(false);
  });

  it('remembers a yes over a restart, for the origin and not for its neighbours', async () => {
    const state = new MemoryState();
    await new TrustedOrigins(state).trust(other);
    const restarted = new TrustedOrigins(state);
    expect(restarted.isTrusted('https://api.example/elsewhere')).toBe(true);
    expect(restarted.isTrusted('https://api.example:444/v2')).toBe(false);
    await restarted.forgetAll();
    expect(restarted.isTrusted(other)).toBe(false);
  });

  it('trusts a server of this session for this session alone', () => {
    const state = new MemoryState();
    const origins = new TrustedOrigins(state);
    origins.trustForThisSession(other);
    expect(origins.isTrusted(other)).toBe(true);
    expect(new TrustedOrigins(state).isTrusted(other)).toBe(false);
  });

  it('trusts nobody because of junk in the state', async () => {
    const state = new MemoryState();
    await state.update('telnyxRooms.trustedOrigins', { 0: 'https://api.example' });
    expect(new TrustedOrigins(state).isTrusted(other)).toBe(false);
  });
});
