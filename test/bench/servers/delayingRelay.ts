import { connect, createServer, type Socket } from 'node:net';
import { listen, type Listening } from '../../support/network/listening';

/**
 * Forwards connections to a port of this machine as if that were far away. Each byte takes half of
 * the round trip in either direction; and since a connection to the relay itself is there at once, its
 * first bytes are held back for the round trip that the TCP handshake takes on a real way.
 *
 * @param roundTrip in milliseconds
 */
export function startDelayingRelay(port: number, roundTrip: number): Promise<Listening> {
  const server = createServer({ noDelay: true, allowHalfOpen: true }, client => {
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    const connectedAt = performance.now() + roundTrip;
    forward(client, upstream, roundTrip / 2, connectedAt);
    forward(upstream, client, roundTrip / 2, connectedAt);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
    }
    client.on('close', () => upstream.destroy());
  });
  return listen(server);
}

/** Passes on what comes, in order, each piece so many milliseconds after it came. */
function forward(from: Socket, to: Socket, delay: number, notBefore: number): void {
  const pieces: (Buffer | undefined)[] = [];
  const passOn = (): void => {
    const piece = pieces.shift();
    if (to.destroyed) {
      return;
    }
    if (piece === undefined) {
      to.end();
    } else {
      to.write(piece);
    }
  };
  const take = (piece: Buffer | undefined): void => {
    pieces.push(piece);
    const wait = Math.max(performance.now(), notBefore) + delay - performance.now();
    setTimeout(passOn, Math.ceil(wait));
  };
  from.on('data', take);
  from.on('end', () => take(undefined));
}
