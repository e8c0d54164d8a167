import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryFolder, sbomFile, vsixFile } from '../../scripts/hosts/repositoryPaths';
import { runCommand } from '../../scripts/hosts/runCommand';

interface Bill {
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
  }[];
}

describe('The bill of materials', () => {
  let text: string;
  let bill: Bill;
  let packed: (path: string) => string;

  const makeBill = async () => {
    await runCommand('npm', ['run', '--silent', 'sbom'], { cwd: repositoryFolder });
    return readFile(sbomFile, 'utf8');
  };

  beforeAll(async () => {
    text = await makeBill();
    bill = JSON.parse(text) as Bill;
    const files = unzipSync(await readFile(vsixFile));
    packed = path => Buffer.from(files[`extension/${path}`] ?? []).toString('utf8');
  });

  it('is of this extension, and names what it ships in the versions that it ships', () => {
    const { name, version, dependencies } = JSON.parse(packed('package.json')) as {
      name: string;
      version: string;
      dependencies: Record<string, string>;
    };
    expect(bill.metadata.component).toMatchObject({ name, version });
    expect(Object.fromEntries(bill.components.map(one => [one.name, one.version]))).toEqual(
      dependencies,
    );
  });

  it('names the libraries whose licences are in the package, and no other', () => {
    const notices = packed('dist/THIRD_PARTY_NOTICES.txt').split(`${'-'.repeat(80)}\n`);
    const titles = notices.map(notice => notice.trim().split('\n')[0]);
    expect(bill.components.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(
      titles.sort(),
    );
    expect(bill.components.flatMap(({ licenses }) => licenses.map(one => one.license.id))).toEqual(
      bill.components.map(() => 'MIT'),
    );
  });

  it('has the same bytes when it is made again', async () => {
    expect(await makeBill()).toBe(text);
  });
});
