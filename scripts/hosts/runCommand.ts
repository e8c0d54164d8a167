import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd?: string;
  /** Added to this process's environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/** How much of a failed command's output its error quotes, in characters. */
const quotedOutput = 4_000;

/**
 * Runs a command to its end, quietly.
 * Resolves to what it printed; rejects with the end of that output when it cannot be started or
 * exits with anything but 0.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: string): void => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(output);
        return;
      }
      const commandLine = [command, ...args].join(' ');
      const cause = signal ? `was ended by ${signal}` : `exited with code ${code ?? 'unknown'}`;
      reject(new Error(`"${commandLine}" ${cause}:\n${output.trim().slice(-quotedOutput)}`));
    });
  });
}
