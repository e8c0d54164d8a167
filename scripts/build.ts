// npm run build [-- --production] [-- --watch]
//
// Bundles the extension. esbuild parts bundles only as ES modules, so each is turned afterwards into
// the CommonJS that every host of extensions loads. esbuild also only strips types; `npm run
// check-types` checks them.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { build, context, transform, type OutputFile, type Plugin } from 'esbuild';
import { buildOptions } from './buildOptions';
import { watchReport } from './watchReport';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { production: { type: 'boolean' }, watch: { type: 'boolean' } },
  });
  const look = values.production
    ? ({ minify: true, sourcemap: false } as const)
    : ({ minify: false, sourcemap: 'inline' } as const);

  async function writeCommonJs({ path, text }: OutputFile): Promise<void> {
    const { code } = await transform(text, {
      ...look,
      format: 'cjs',
      platform: 'node',
      target: buildOptions.target,
      supported: { 'dynamic-import': false },
      sourcefile: basename(path),
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }

  const commonJs: Plugin = {
    name: 'common-js',
    setup(bundling) {
      bundling.onEnd(async ({ errors, outputFiles = [] }) => {
        if (errors.length === 0) {
          await Promise.all(outputFiles.map(writeCommonJs));
        }
      });
    },
  };

  const options = { ...buildOptions, ...look, plugins: [...buildOptions.plugins, commonJs] };
  await rm(buildOptions.outdir, { recursive: true, force: true });
  if (values.watch) {
    // The editor's task of this name reads when a build begins and ends, and what is wrong with it.
    const report = watchReport(line => console.log(line));
    const plugins = [...options.plugins, report];
    await (await context({ ...options, plugins, logLevel: 'silent' })).watch();
  } else {
    await build(options);
    await writeNotices();
  }
}

/** The licences of the libraries that the bundles hold, as those ask for. */
async function writeNotices(): Promise<void> {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const notices = await Promise.all(
    Object.entries(dependencies).map(async ([name, version]) => {
      const files = await readdir(`node_modules/${name}`);
      const file = files.find(entry => /^licen[cs]e/i.test(entry));
      const licence = await readFile(`node_modules/${name}/${file ?? 'LICENSE'}`, 'utf8');
      return `${name} ${version}\n\n${licence.trim()}\n`;
    }),
  );
  await writeFile('dist/THIRD_PARTY_NOTICES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
}

void main();
