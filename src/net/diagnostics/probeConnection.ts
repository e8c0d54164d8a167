import { once } from 'node:events';
import { connect } from 'node:net';
import type { ConnectionFact } from '../../core/network/networkFacts';
import { stepFailure } from './stepFailure';
import { timed } from './timed';

/** Opens a connection to an address, sends nothing, and closes it. */
export async function probeConnection(
  address: string,
  port: number,
  signal: AbortSignal,
): Promise<ConnectionFact> {
  const fact = await timed(async () => {
    const socket = connect({ host: address, port });
    // A socket without a handler takes the process down with its error.
    socket.on('error', () => undefined);
    try {
      await once(socket, 'connect', { signal });
      return { ok: true } as const;
    } catch (error) {
      return stepFailure(error, signal);
    } finally {
      socket.destroy();
    }
  });
  return { address, ...fact };
}
