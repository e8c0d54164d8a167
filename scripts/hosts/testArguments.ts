/** What a VS Code executable is told about the tests that it is to run. Paths are absolute. */
export interface TestArguments {
  readonly extensionDevelopmentPath: string;
  /** Extensions beside the one under test. */
  readonly otherExtensions: readonly string[];
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
  const valuesOf = (name: string): [string, ...string[]] => {
    const prefix = `--${name}=`;
    const [first, ...others] = args
      .filter(argument => argument.startsWith(prefix))
      .map(argument => argument.slice(prefix.length));
    if (!first) {
      throw new Error(`The argument ${prefix}… is missing.`);
    }
    return [first, ...others];
  };
  const [extensionDevelopmentPath, ...otherExtensions] = valuesOf('extensionDevelopmentPath');
  return {
    extensionDevelopmentPath,
    otherExtensions,
    extensionTestsPath: valuesOf('extensionTestsPath')[0],
    folder: args.find(argument => !argument.startsWith('-')),
  };
}
