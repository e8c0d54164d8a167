import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: { readonly name: string };
  readonly outputs?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly uses?: string;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const names = readdirSync(folder);
const texts = new Map(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));
const jobs = [...workflows].flatMap(([workflow, { jobs }]) =>
  Object.entries(jobs).map(([id, job]) => ({ name: `${workflow} ${id}`, id, job, workflow })),
);
const steps = jobs.flatMap(({ name, job }) =>
  (job.steps ?? []).map((step, index) => ({ name: `${name} ${index}`, step })),
);

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** The jobs that may do more than read, and what. Each other one that asks for more is a fault. */
const rights: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'release.yml attest': { 'id-token': 'write', attestations: 'write' },
  'release.yml marketplace': { contents: 'read', 'id-token': 'write' },
  'release.yml open-vsx': { contents: 'read', 'id-token': 'write' },
  'release.yml github-release': { contents: 'write' },
};

const publishing = ['marketplace', 'open-vsx', 'github-release'];

describe('The workflows', () => {
  it('are there', () => {
    expect(names.sort()).toEqual(['ci.yml', 'release.yml']);
  });

  it('use actions by their commit, with the version for people', () => {
    const lines = [...texts.values()]
      .flatMap(text => text.split('\n'))
      .filter(line => /^\s*(?:- )?uses:/.test(line) && !line.includes('uses: ./'));
    const pinned = /^\s*(?:- )?uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(line => !pinned.test(line))).toEqual([]);
  });

  it('use one commit of each action', () => {
    const used = new Set(steps.flatMap(({ step: { uses } }) => uses ?? []));
    const actions = [...used].map(use => use.split('@')[0]);
    expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
  });

  it('call workflows that are there', () => {
    const called = jobs.flatMap(({ job: { uses } }) => uses ?? []);
    expect(called).toEqual(['./.github/workflows/ci.yml']);
    expect(called.filter(path => !existsSync(path))).toEqual([]);
  });

  it('run scripts that package.json has', () => {
    const run = steps.flatMap(({ step: { run = '' } }) =>
      [...run.matchAll(/npm run (?:--?\w+ )*([\w:-]+)/g)].flatMap(([, script]) => script ?? []),
    );
    expect(run).toContain('test:unit');
    expect(run.filter(script => scripts[script] === undefined)).toEqual([]);
  });

  it('need jobs that are there, and only outputs that those give', () => {
    for (const { name, job, workflow } of jobs) {
      const known = workflows.get(workflow)?.jobs ?? {};
      const needs = [job.needs ?? []].flat();
      expect(
        needs.filter(need => known[need] === undefined),
        name,
      ).toEqual([]);
      for (const [, need = '', output = ''] of JSON.stringify(job).matchAll(
        /needs\.([\w-]+)\.outputs\.([\w-]+)/g,
      )) {
        expect(needs, name).toContain(need);
        const called = known[need]?.uses?.replace('./.github/workflows/', '');
        const outputs = called
          ? (workflows.get(called)?.on['workflow_call'] as Pick<Job, 'outputs'>).outputs
          : known[need]?.outputs;
        expect(Object.keys(outputs ?? {}), name).toContain(output);
      }
    }
  });

  it('may do nothing by themselves, and each job what it says', () => {
    for (const [name, { permissions, concurrency }] of workflows) {
      expect(permissions, name).toEqual({});
      expect(concurrency, name).toBeDefined();
    }
    for (const { name, job } of jobs) {
      expect(job.permissions, name).toEqual(rights[name] ?? { contents: 'read' });
    }
  });

  it('end, should a job hang', () => {
    expect(
      jobs.filter(({ job }) => job.uses === undefined && !((job['timeout-minutes'] ?? 999) <= 60)),
    ).toEqual([]);
  });

  it('leave no credential of the checkout to the scripts', () => {
    const checkouts = steps.filter(({ step: { uses } }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(4);
    expect(checkouts.filter(({ step }) => step.with?.['persist-credentials'] !== false)).toEqual(
      [],
    );
  });

  it('put no expression into a shell script, where it would be run', () => {
    expect(steps.filter(({ step: { run = '' } }) => run.includes('${{'))).toEqual([]);
  });

  it('know no secret but the token of the run', () => {
    expect([...texts].filter(([, text]) => /\bsecrets\b/.test(text))).toEqual([]);
  });

  it('publish from a protected environment, or from none with rights of a marketplace', () => {
    for (const { name, id, job } of jobs) {
      const asksForIdentity = job.permissions?.['id-token'] === 'write';
      const expected = asksForIdentity && id !== 'attest' ? id : undefined;
      expect(job.environment?.name, name).toBe(expected);
    }
  });

  it.each([...publishing, 'attest'])('%s takes the package that was tested, and makes none', id => {
    const { steps: own = [], needs } = workflows.get('release.yml')?.jobs[id] ?? {};
    const downloads = own.filter(({ uses }) => uses?.startsWith('actions/download-artifact@'));
    expect(downloads.map(({ with: inputs }) => inputs?.['name'])).toContain('package');
    expect([needs].flat()).toContain('ci');
    expect(
      own.filter(({ run = '' }) => /npm (run|exec|test)|npx|package(?!Path)\b/.test(run)),
    ).toEqual([]);
    if (publishing.includes(id)) {
      expect(own.some(({ run = '' }) => run.includes('sha256sum --check'))).toBe(true);
    }
  });

  it('publish only when every check and test has passed', () => {
    const { version, ci } = workflows.get('release.yml')?.jobs ?? {};
    expect(version).toBeDefined();
    expect(ci?.needs).toBe('version');
    const { jobs: checks } = workflows.get('ci.yml') ?? {};
    expect(Object.keys(checks ?? {})).toEqual(['package', 'checks', 'desktop', 'browser']);
    expect(Object.keys(workflows.get('release.yml')?.on ?? {})).toEqual(['push']);
  });

  it('install the publishing tools in pinned versions', () => {
    const { dependencies } = JSON.parse(
      readFileSync('.github/publishing/package.json', 'utf8'),
    ) as { dependencies: Record<string, string> };
    const { packages } = JSON.parse(
      readFileSync('.github/publishing/package-lock.json', 'utf8'),
    ) as { packages: Record<string, { version: string; integrity?: string; link?: boolean }> };
    for (const [name, version] of Object.entries(dependencies)) {
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
    const locked = Object.entries(packages).filter(([path]) => path !== '');
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });
});
