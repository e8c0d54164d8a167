import { fstatSync } from 'node:fs';

/**
 * Exits this process when its caller asks it to, or is gone: a caller that is killed cannot ask,
 * but then the pipe that it holds to this process ends. Exit handlers run in each case.
 */
export function exitWithCaller(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(1));
  }
  if (fstatSync(process.stdin.fd).isSocket()) {
    process.stdin.on('end', () => process.exit(1)).resume();
  }
}
