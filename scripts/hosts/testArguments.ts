/** What a VS Code executable is told about the tests that it is to run. Paths are absolute. */
export interface TestArguments {
  readonly extensionDevelopmentPath: string;
  /** Module whose `run()` is called in the extension host. */
  readonly extensionTestsPath: string;
  /** Folder to open; an empty window when there is none. */
  readonly folder: string | undefined;
}

/**
 * Reads the arguments that `runTests` of @vscode/test-electron passes; those about the desktop
 * program's sandbox, updates and profile mean nothing here.
 */
export function parseTestArguments(args: readonly string[]): TestArguments {
  const valueOf = (name: string): string => {
    const prefix = `--${name}=`;
    const argument = args.find(candidate => candidate.startsWith(prefix));
    if (!argument) {
      throw new Error(`The argument ${prefix}… is missing.`);
    }
    return argument.slice(prefix.length);
  };
  return {
    extensionDevelopmentPath: valueOf('extensionDevelopmentPath'),
    extensionTestsPath: valueOf('extensionTestsPath'),
    folder: args.find(argument => !argument.startsWith('-')),
  };
}
