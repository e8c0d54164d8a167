import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlForm } from '../../../../src/display/snippets/curlForm';
import { roomId } from '../../../support/telnyxTokens';

/** Stands for curl: answers its arguments and what it reads, one a line. */
const fakeCurl = `curl() { printf '%s\\n' "$@"; echo "body: $(cat)"; }\n`;

function run(baseUrl: string): readonly string[] {
  const script = fakeCurl + curlForm.text({ roomId, baseUrl, ttlSeconds: 120 });
  const env = { PATH: process.env['PATH'], TELNYX_REFRESH_TOKEN: 'the-secret' };
  return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env }).split('\n');
}

describe('The curl command', () => {
  it('is a script without an error', () => {
    const text = curlForm.text({ roomId, baseUrl: 'https://api.telnyx.com/v2', ttlSeconds: 10 });
    expect(execFileSync('bash', ['--norc', '-n'], { input: text, encoding: 'utf8' })).toBe('');
  });

  it('posts the refresh token of the environment, and not as an argument', () => {
    const lines = run('https://api.telnyx.com/v2');
    expect(lines).toContain(
      `https://api.telnyx.com/v2/rooms/${roomId}/actions/refresh_client_token`,
    );
    expect(lines).toContain('body: {"refresh_token": "the-secret", "token_ttl_secs": 120}');
    expect(lines.filter(line => line.includes('the-secret'))).toHaveLength(1);
    expect(lines.some(line => line.startsWith('Authorization'))).toBe(false);
  });

  it('lets no address become a command', () => {
    const baseUrl = "http://127.0.0.1:1/';echo$IFS'owned$(echo owned)/v2";
    expect(run(baseUrl)).toContain(`${baseUrl}/rooms/${roomId}/actions/refresh_client_token`);
  });
});
