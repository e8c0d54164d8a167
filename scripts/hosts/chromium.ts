import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { canInstallDebianPackages, findProgram, installDebianPackages } from './debianPackages';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const applicationPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** No GPU, and none of the calls that a browser makes by itself. */
const launchArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Absolute path of a Chromium or Chrome: the one that CHROME_PATH names, one that is installed, or
 * Debian's, installed by the first call. Rejects with a sentence where there is none.
 */
async function findChromium(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) {
      throw new Error(`CHROME_PATH names "${named}", which does not exist.`);
    }
    return named;
  }
  const found = findProgram(programNames) ?? applicationPaths.find(path => existsSync(path));
  if (found) {
    return found;
  }
  if (canInstallDebianPackages()) {
    await installDebianPackages(['chromium', 'fonts-dejavu-core'], 'to show VS Code in (once)');
    const installed = findProgram(programNames);
    if (installed) {
      return installed;
    }
  }
  throw new Error(
    'No Chromium or Chrome found. Install one, or set CHROME_PATH to the path of its program.',
  );
}

/** Starts a headless Chromium; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await findChromium(),
    args: launchArguments,
    chromiumSandbox: !asRoot,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
