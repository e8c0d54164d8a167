// npm run test:integration [-- --only floor|newest] [-- --grep REGULAR_EXPRESSION]
// npm run test:packaged [-- ...the same]: in the place of the source, the package as it is in dist.
import { parseArgs } from 'node:util';
import { hostNames, parseHostName } from './hosts/hostVersions';
import { vsixFile } from './hosts/repositoryPaths';
import { runIntegrationTests } from './integrationTests';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      grep: { type: 'string' },
      packaged: { type: 'boolean' },
    },
  });
  const hosts = values.only ? [parseHostName(values.only)] : hostNames;
  const { passed, failed } = await runIntegrationTests(hosts, {
    ...(values.grep !== undefined && { grep: values.grep }),
    ...(values.packaged === true && { vsix: vsixFile }),
  });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
