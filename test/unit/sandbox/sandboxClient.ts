import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { afterEach } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/startSandbox';

/** An answer, with its body both as text and parsed (undefined when it is not JSON). */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(sandbox => sandbox.close()));
});

/** A sandbox that is closed when the test ends. */
export async function sandboxForTest(options?: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
}

/** Sends a request to a path below the base URL. */
export async function send(
  sandbox: Sandbox,
  method: string,
  path: string,
  init: { readonly body?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(sandbox.baseUrl + path, { method, redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

/** GET with the API key. */
export function get(sandbox: Sandbox, path: string): Promise<Answer> {
  return send(sandbox, 'GET', path, { headers: bearer(sandbox) });
}

/** POST of a JSON body; with the API key unless other headers are given. */
export function post(
  sandbox: Sandbox,
  path: string,
  body: unknown,
  headers: Record<string, string> = bearer(sandbox),
): Promise<Answer> {
  return send(sandbox, 'POST', path, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** The refresh call, without authorization unless headers are given. */
export function refresh(
  sandbox: Sandbox,
  roomId: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return post(sandbox, `/rooms/${roomId}/actions/refresh_client_token`, body, headers);
}

/** A request by node:http, for what fetch refuses to send. */
export function rawRequest(
  sandbox: Sandbox,
  options: { method?: string; path?: string; headers?: OutgoingHttpHeaders; setHost?: boolean },
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
  const { hostname, port, pathname } = new URL(sandbox.baseUrl);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: `${pathname}/rooms`, ...options }, response => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });
}

/** The header that carries the API key. */
export function bearer(sandbox: Sandbox): Record<string, string> {
  return { authorization: `Bearer ${sandbox.apiKey}` };
}

/** Header and payload of a JWT as the JSON texts that they are. */
export function tokenParts(token: string): { header: string; payload: string } {
  const [header = '', payload = ''] = token.split('.');
  const text = (part: string) => Buffer.from(part, 'base64url').toString('utf8');
  return { header: text(header), payload: text(payload) };
}

/** The claims of a JWT. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(tokenParts(token).payload) as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
