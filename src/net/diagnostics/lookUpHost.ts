import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookupOutcome } from '../../core/network/networkFacts';
import { untilCancelled } from '../../core/untilCancelled';
import { stepFailure } from './stepFailure';

/** Asks this machine's resolver for the addresses of a host, in the order in which they are tried. */
export async function lookUpHost(host: string, signal: AbortSignal): Promise<LookupOutcome> {
  if (isIP(host) !== 0) {
    return { ok: true, addresses: [host] };
  }
  try {
    const found = await untilCancelled(lookup(host, { all: true }), signal);
    return { ok: true, addresses: found.map(({ address }) => address) };
  } catch (error) {
    return stepFailure(error, signal);
  }
}
