import type { Socket } from 'node:net';
import buildConnector from 'undici/lib/core/connect.js';
import { SocketsAhead, type Dialling } from './socketsAhead';
import { TlsSessions, type SessionSource } from './tlsSessions';

type Options = Pick<buildConnector.Options, 'host' | 'hostname' | 'protocol' | 'port'>;

/** Gives undici its connections: one that was opened ahead where there is one, else a new one. */
export class Connections {
  private readonly sessions = new TlsSessions();
  private readonly ahead = new SocketsAhead(origin => this.dial(optionsOf(origin)));
  /** Errors of connections that never came about. */
  private readonly failures = new WeakSet<Error>();

  /** @param timeout until a connection is there, TLS included, in milliseconds */
  constructor(private readonly timeout: number) {}

  /** What undici calls for a connection. */
  readonly connect: buildConnector.connector = (options, callback) => {
    void this.take(options).then(
      socket => callback(null, socket),
      (reason: unknown) => {
        const error = reason as Error;
        this.failures.add(error);
        callback(error, null);
      },
    );
  };

  /** Has a connection to an origin ready until the signal is aborted, where undici has none open. */
  prepare(origin: string, signal: AbortSignal): void {
    this.ahead.prepare(origin, signal);
  }

  /** A request goes to an origin, over whatever connection there is now. */
  requested(origin: string): void {
    this.ahead.requested(origin);
  }

  /** Whether an error says that there was no connection. */
  isFailure(error: unknown): boolean {
    return error instanceof Error && this.failures.has(error);
  }

  /** Closes what was opened ahead; undici closes its own. */
  close(): void {
    this.ahead.close();
  }

  private async take(options: Options): Promise<Socket> {
    const origin = originOf(options);
    const socket = (await this.ahead.take(origin)) ?? (await this.dial(options).connected);
    this.ahead.inUse(origin, socket);
    return socket;
  }

  private dial(options: Options): Dialling {
    const origin = originOf(options);
    const session = this.sessions.of(origin);
    const dial = buildConnector({
      timeout: this.timeout,
      // Said explicitly, because NODE_TLS_REJECT_UNAUTHORIZED=0 is for what doesn't say it.
      rejectUnauthorized: true,
      maxCachedSessions: 0,
      ...(session && { session }),
    }) as (...parameters: Parameters<buildConnector.connector>) => Socket;
    let socket: Socket | undefined;
    const connected = new Promise<Socket>((resolve, reject) => {
      socket = dial(options, (...[error, established]) => {
        if (error === null) {
          resolve(established);
        } else {
          this.sessions.forget(origin);
          reject(error);
        }
      });
      if (options.protocol === 'https:') {
        this.sessions.keepFrom(socket as Socket & SessionSource, origin);
      }
    });
    return { connected, cancel: () => void socket?.destroy() };
  }
}

/** As undici takes it apart. */
function optionsOf(origin: string): Options {
  const { host, hostname, protocol, port } = new URL(origin);
  return { host, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), protocol, port };
}

function originOf({ protocol, host = '' }: Options): string {
  return `${protocol}//${host}`;
}
