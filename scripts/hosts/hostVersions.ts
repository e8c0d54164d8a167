/** The two VS Code versions that the extension is tested in: `engines.vscode` and the newest. */
export const hostNames = ['floor', 'newest'] as const;

export type HostName = (typeof hostNames)[number];

/** A package whose native part npm does not ship ready-made. */
export interface NativePackage {
  readonly name: string;
  /** Whether VS Code itself needs it, or the code-server around it. */
  readonly of: 'vscode' | 'code-server';
  readonly tool: 'node-gyp' | 'node-pre-gyp';
}

export interface HostVersion {
  /** Version of VS Code, as people know it. */
  readonly vscode: string;
  /** Version that `@vscode/test-electron` downloads on a machine with a desktop. */
  readonly desktop: string;
  /** Version of the npm package `code-server` that carries this VS Code. */
  readonly codeServer: string;
  /** Node release whose major version that code-server insists on. */
  readonly node: string;
  readonly nativePackages: readonly NativePackage[];
}

export const hostVersions: Record<HostName, HostVersion> = {
  floor: {
    vscode: '1.105',
    desktop: '1.105.0',
    codeServer: '4.105.1',
    node: '22.23.3',
    nativePackages: [
      { name: '@vscode/spdlog', of: 'vscode', tool: 'node-gyp' },
      { name: 'native-watchdog', of: 'vscode', tool: 'node-gyp' },
      { name: 'node-pty', of: 'vscode', tool: 'node-gyp' },
      { name: 'argon2', of: 'code-server', tool: 'node-pre-gyp' },
    ],
  },
  newest: {
    vscode: '1.139',
    desktop: 'stable',
    codeServer: '4.139.1',
    node: '24.21.0',
    nativePackages: [
      { name: '@vscode/spdlog', of: 'vscode', tool: 'node-gyp' },
      { name: '@vscode/native-watchdog', of: 'vscode', tool: 'node-gyp' },
    ],
  },
};

/** Names the host that a test is to run in; the newest unless it is set. */
export const hostVariable = 'TELNYX_ROOMS_VSCODE';

/** The host that the environment names. */
export function hostOfEnvironment(): HostName {
  return parseHostName(process.env[hostVariable] ?? 'newest');
}

/** Reads a host's name from an argument or an environment variable; throws on anything else. */
export function parseHostName(text: string): HostName {
  const name = hostNames.find(candidate => candidate === text);
  if (!name) {
    throw new Error(`Unknown VS Code host "${text}": expected ${hostNames.join(' or ')}.`);
  }
  return name;
}
