// npm run test:integration [-- --only floor|newest] [-- --grep REGULAR_EXPRESSION]
import { parseArgs } from 'node:util';
import { hostNames, parseHostName } from './hosts/hostVersions';
import { runIntegrationTests } from './integrationTests';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, grep: { type: 'string' } },
  });
  const hosts = values.only ? [parseHostName(values.only)] : hostNames;
  const { passed, failed } = await runIntegrationTests(hosts, values.grep);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
