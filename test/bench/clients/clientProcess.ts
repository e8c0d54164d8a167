// A process of its own for one job, which comes from the parent and goes back to it as a result.
import type { ClientJob } from './clientJobs';
import { runClientJob } from './runClientJob';

process.once('message', (job: ClientJob) => {
  runClientJob(job).then(
    result => process.send?.(result, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
      process.exit(1);
    },
  );
});
