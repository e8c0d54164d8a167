import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import Agent from 'undici/lib/dispatcher/agent.js';
import { exchange } from './exchange';

const answer =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ndate: x\r\ncontent-length: 2\r\n\r\n{}';

/**
 * Sends a request to nobody, over a connection in memory, so that undici and its parser are compiled
 * when the first real one comes: that takes longer than the request itself. Never rejects.
 */
export async function rehearse(): Promise<void> {
  const dispatcher = new Agent({
    connect: (_options, callback) => callback(null, inMemory() as unknown as Socket),
  });
  try {
    const request = {
      origin: 'http://rehearsal.invalid',
      path: '/',
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: '{}',
    } as const;
    await exchange(dispatcher, request, answer.length, new AbortController().signal);
  } catch {
    // The first request then takes as long as it would have.
  } finally {
    await dispatcher.destroy();
  }
}

/** A connection whose other end answers once, after what was written with the same turn. */
function inMemory(): Duplex {
  let isAnswered = false;
  const socket = new Duplex({
    read: () => undefined,
    write(_bytes, _encoding, done) {
      if (!isAnswered) {
        isAnswered = true;
        setImmediate(() => socket.push(answer));
      }
      done();
    },
  });
  return socket;
}
