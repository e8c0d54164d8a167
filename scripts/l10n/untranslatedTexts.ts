import { join, relative } from 'node:path';
import ts from 'typescript';
import { repositoryFolder } from '../hosts/repositoryPaths';
import { sourceFiles } from './bundle';
import { messageOf, translated } from './sourceTexts';

/** A literal with words in it that is not handed to `t`. */
export interface UntranslatedText {
  /** From the repository's folder. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * The literals in the source that users might get to see though nobody can translate them. Types tell
 * most of those that nobody sees: a text that may be one of a few is a name for the program.
 *
 * @param files their paths and texts, in place of what stands in the repository.
 */
export function untranslatedTexts(
  files: Readonly<Record<string, string>> = {},
): readonly UntranslatedText[] {
  const named = Object.keys(files);
  const paths = (named.length > 0 ? named : sourceFiles()).map(file =>
    join(repositoryFolder, file),
  );
  const program = ts.createProgram(paths, compilerOptions(), compilerHost(files));
  const checker = program.getTypeChecker();
  return paths.flatMap(path => {
    const file = program.getSourceFile(path);
    return file ? untranslatedIn(file, checker) : [];
  });
}

function compilerOptions(): ts.CompilerOptions {
  const file = join(repositoryFolder, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, path => ts.sys.readFile(path)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, repositoryFolder).options;
}

function compilerHost(files: Readonly<Record<string, string>>): ts.CompilerHost {
  const host = ts.createCompilerHost(compilerOptions());
  return {
    ...host,
    fileExists: path => files[pathInRepository(path)] !== undefined || host.fileExists(path),
    getSourceFile: (path, languageVersion) => {
      const text = files[pathInRepository(path)];
      return text === undefined
        ? host.getSourceFile(path, languageVersion)
        : ts.createSourceFile(path, text, languageVersion, true);
    },
  };
}

function pathInRepository(path: string): string {
  return relative(repositoryFolder, path).replaceAll('\\', '/');
}

function untranslatedIn(file: ts.SourceFile, checker: ts.TypeChecker): readonly UntranslatedText[] {
  const found: UntranslatedText[] = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isSourceFile(node) && isForTheProgram(node)) {
      return;
    }
    const text = ts.isExpression(node) ? messageOf(node) : undefined;
    if (text !== undefined && hasWords(text) && !isName(node as ts.Expression, checker)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ file: pathInRepository(file.fileName), line: line + 1, text });
    }
    const handed = translated(node);
    ts.forEachChild(node, child => {
      if (child === handed) {
        // What stands in the place of a value may hold texts of its own.
        if (ts.isTemplateExpression(handed)) {
          handed.templateSpans.forEach(({ expression }) => visit(expression));
        }
      } else {
        visit(child);
      }
    });
  };
  visit(file);
  return found;
}

/** Properties of plain data that hold no text for the user. */
const programProperties = new Set([
  'id',
  'icon',
  'color',
  'contextValue',
  'kind',
  'language',
  'scheme',
]);

/** Functions whose arguments are names, logged lines or parts of a text that is looked at. */
const programFunctions =
  /^(?:.*\b[lL]ogger\.\w+|.*\.(?:includes|startsWith|endsWith|indexOf|lastIndexOf|split|has|get|affectsConfiguration|update|executeCommand|joinPath|replace|replaceAll|test|charAt|padStart|padEnd|register\w+)|new (?:\w*Error|ThemeIcon|ThemeColor|RegExp|URL|Set)|\w*Uri\.\w+|openWith|require|import)$/;

function isForTheProgram(node: ts.Node): boolean {
  if (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeNode(node) ||
    ts.isRegularExpressionLiteral(node)
  ) {
    return true;
  }
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.name === node) {
    return true;
  }
  if (!ts.isExpression(node)) {
    return false;
  }
  if (ts.isPropertyAssignment(parent)) {
    const name = parent.name.getText();
    return ts.isStringLiteralLike(node) && programProperties.has(name);
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const called = `${ts.isNewExpression(parent) ? 'new ' : ''}${parent.expression.getText()}`;
    return parent.expression !== node && programFunctions.test(called);
  }
  return ts.isElementAccessExpression(parent) && parent.argumentExpression === node;
}

/** Whether a literal stands where only certain texts may stand, or where it is compared with. */
function isName(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isCaseClause(parent) || ts.isEnumMember(parent)) {
    return true;
  }
  if (ts.isBinaryExpression(parent) && /^[!=]==?$|^in$/.test(parent.operatorToken.getText())) {
    return true;
  }
  const expected = checker.getContextualType(node);
  const parts = expected?.isUnion() ? expected.types : expected ? [expected] : [];
  // The type of a button is whatever its text is, and says nothing of it.
  const isOfItself = ts.isCallExpression(parent) && parts.length === 1;
  const mayBeAny = parts.some(({ flags }) => flags & ts.TypeFlags.StringLike && !isLiteral(flags));
  return !isOfItself && !mayBeAny && parts.some(({ flags }) => isLiteral(flags));
}

function isLiteral(flags: ts.TypeFlags): boolean {
  return (flags & ts.TypeFlags.StringLiteral) !== 0;
}

/** Whether there is anything to translate in a text: not in `{0}:{1}`, an icon, an id or an address. */
function hasWords(text: string): boolean {
  const rest = text.replace(/\{\d+\}|\$\([\w~-]+\)/g, '').trim();
  // What has no blank is a word of a sentence, or it is a name: `roomKey`, `NO_PROXY`, `api-key`.
  return rest.includes(' ')
    ? /\p{L}{2}/u.test(rest)
    : /^[("'«]*\p{L}\p{Ll}+[)"'»….,:!?]*$/u.test(rest);
}
