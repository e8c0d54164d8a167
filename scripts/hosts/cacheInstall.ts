import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './repositoryPaths';

/** Installs of this process that are under way or done, by their folder's name. */
const installs = new Map<string, Promise<string>>();

/**
 * Folder `name` of the cache, filled by `fill` unless an earlier run has done that.
 *
 * `fill` gets a folder of its own that takes its final name only when it is complete: a killed
 * install is never taken for a good one. Of two runs that install the same thing at once, the
 * first to finish wins and the other one uses its result, so nothing ever waits on a lock.
 */
export function installOnce(
  name: string,
  announcement: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const install = installs.get(name) ?? installFolder(name, announcement, fill);
  installs.set(name, install);
  return install;
}

async function installFolder(
  name: string,
  announcement: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cacheFolder, name);
  if (existsSync(target)) {
    return target;
  }
  console.log(announcement);
  const started = Date.now();
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandonedInstalls();
  const partial = await mkdtemp(join(cacheFolder, `partial-${process.pid}-`));
  try {
    await fill(partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw error;
    }
  }
  console.log(`Installed ${name} in ${Math.round((Date.now() - started) / 1000)} s.`);
  return target;
}

async function removeAbandonedInstalls(): Promise<void> {
  const abandoned = (await readdir(cacheFolder)).filter(entry => {
    const [, pid] = /^partial-(\d+)-/.exec(entry) ?? [];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(
    abandoned.map(entry => rm(join(cacheFolder, entry), { recursive: true, force: true })),
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
