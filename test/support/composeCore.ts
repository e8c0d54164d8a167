import { composeStart, type StartPorts } from '../../src/core/composeStart';
import { composeWork, type WorkPorts } from '../../src/core/composeWork';

/** What the core stands on: the ports that a host has to provide. */
export interface CorePorts extends StartPorts, WorkPorts {}

/** The core of one window. */
export type Core = ReturnType<typeof composeCore>;

/** Builds the whole core of one window at once. Reads no secret, and sends nothing at once. */
export function composeCore(ports: CorePorts) {
  const start = composeStart(ports);
  const work = composeWork(ports, start);
  return {
    ...start,
    ...work,
    dispose() {
      work.dispose();
      start.dispose();
    },
  };
}
