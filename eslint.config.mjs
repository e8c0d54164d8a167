import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Borders between the layers: what a folder of `src` may not import. */
const borders = [
  { target: './src/core', from: './src', except: ['./core'] },
  { target: './src/display', from: './src', except: ['./core', './display'] },
  { target: './src/net', from: './src', except: ['./core', './net'] },
  { target: './src/files', from: './src', except: ['./core', './files'] },
  { target: './src/sandbox', from: './src', except: ['./sandbox'] },
  { target: './src/vscode', from: './src/extension.ts' },
];

const editorFree = ['src/core', 'src/display', 'src/net', 'src/files', 'src/sandbox', 'test/unit'];

export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'artifacts/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      curly: 'error',
      eqeqeq: 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: borders }],
      'no-console': 'error',
    },
  },
  {
    files: editorFree.map(folder => `${folder}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'vscode', message: 'Only src/vscode and src/extension.ts know the editor.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/display/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'vscode', message: 'Only src/vscode and src/extension.ts know the editor.' },
          ],
          patterns: [
            { group: ['node:*'], message: 'The core runs anywhere; put it behind a port.' },
          ],
        },
      ],
    },
  },
  {
    files: ['scripts/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
);
