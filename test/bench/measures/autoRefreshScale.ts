import { runCommand } from '../../../scripts/hosts/runCommand';
import { repositoryFolder } from '../../../scripts/hosts/repositoryPaths';
import type { Measure } from './measure';

const test = 'test/unit/core/autoRefresh/manyRooms.test.ts';

/** Counts are asserted, on a clock that is driven by hand; here it is only seen whether they hold. */
export const autoRefreshScale: Measure = {
  title: 'Scale of auto-refresh',
  rows: ['autoRefresh'],
  async run() {
    const args = ['vitest', 'run', '--config', 'test/unit/vitest.config.ts', test];
    const holds = await runCommand('npx', args, { cwd: repositoryFolder }).then(
      () => true,
      () => false,
    );
    return {
      findings: [
        holds
          ? { row: 'autoRefresh', value: 2 }
          : { row: 'autoRefresh', value: undefined, remark: 'the test failed' },
      ],
      comparisons: [],
    };
  },
};
