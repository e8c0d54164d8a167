import { describe, expect, it } from 'vitest';
import { outputLogger } from '../../../src/vscode/outputLogger';
import { roomId } from '../../support/telnyxTokens';
import { vendorClientToken } from '../../support/vendorTokens';

function logged(message: string): string {
  const lines: string[] = [];
  const channel = {
    info: (line: string) => lines.push(line),
    warn: (line: string) => lines.push(line),
  };
  const logger = outputLogger(channel);
  logger.info(message);
  logger.warn(message);
  return lines.join('\n');
}

describe('outputLogger', () => {
  it.each([
    ['a token', vendorClientToken],
    ['an API key', 'KEY0123456789ABCDEF0123456789ABCDEF_0123456789abcdef-_0123'],
    ['a header', 'Bearer anything-at-all'],
  ])('lets %s through in no message', (_name, secret) => {
    expect(logged(`before ${secret} after`)).not.toContain(secret.slice(-20));
  });

  it('takes no time for a long word', () => {
    const before = performance.now();
    expect(logged('x'.repeat(300_000))).toHaveLength(600_001);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('keeps rooms, origins, kinds and codes readable', () => {
    const message = `Refreshing https://api.telnyx.com/${roomId} failed: refused status=403 code=10010`;
    expect(logged(message)).toBe(`${message}\n${message}`);
  });
});
