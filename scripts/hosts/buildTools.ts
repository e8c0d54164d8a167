import { canInstallDebianPackages, findProgram, installDebianPackages } from './debianPackages';

/** What `node-gyp` calls, and the Debian packages that hold it. */
const buildTools = ['python3', 'make', 'g++'];

let pending: Promise<void> | undefined;

/** Sees to it that native packages can be compiled; rejects with a sentence where they cannot. */
export function ensureBuildTools(): Promise<void> {
  pending ??= install();
  return pending;
}

async function install(): Promise<void> {
  const missing = buildTools.filter(tool => !findProgram([tool]));
  if (missing.length === 0) {
    return;
  }
  if (!canInstallDebianPackages()) {
    throw new Error(
      `The VS Code server's native packages cannot be compiled: ${missing.join(', ')} not found ` +
        'on PATH. Install them and run this again.',
    );
  }
  await installDebianPackages(missing, "to compile the VS Code server's native packages");
}
