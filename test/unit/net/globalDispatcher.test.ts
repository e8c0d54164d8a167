import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Bundles the transport as the extension does, uses it, and prints what changed for everybody. */
const probe = `
  import { createServer } from 'node:http';
  const symbols = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'].map(Symbol.for);
  const read = () => symbols.map(symbol => globalThis[symbol]);
  async function main(load) {
    const before = read();
    const { UndiciTransport } = await load();
    const server = createServer((request, response) => response.end('ok')).listen(0, '127.0.0.1');
    await new Promise(resolve => server.on('listening', resolve));
    const transport = new UndiciTransport();
    const url = 'http://127.0.0.1:' + server.address().port + '/';
    const outcome = await transport.send({ method: 'GET', url, headers: {} }, new AbortController().signal);
    const after = read();
    await transport.close();
    server.close();
    console.log(JSON.stringify({
      body: outcome.answer.body,
      changed: after.some((dispatcher, index) => dispatcher !== before[index]),
    }));
  }
  void main(() => import('./src/net/undiciTransport'));
`;

describe("Node's global dispatcher", () => {
  it('is left alone: other extensions in the process fetch through it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-probe-'));
    const outfile = join(folder, 'probe.cjs');
    await build({
      stdin: { contents: probe, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
    });
    const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
    await rm(folder, { recursive: true });
    expect(JSON.parse(stdout)).toEqual({ body: 'ok', changed: false });
  });
});
