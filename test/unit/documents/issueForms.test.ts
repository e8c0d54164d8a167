import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = '.github/ISSUE_TEMPLATE';

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { readonly type: string; readonly id?: string }[];
}

function read(file: string): unknown {
  return parse(readFileSync(`${folder}/${file}`, 'utf8'));
}

describe('The forms for issues', () => {
  const forms = readdirSync(folder).filter(file => file !== 'config.yml');

  it.each(forms)('%s is one, and warns of secrets', file => {
    const { name, description, body } = read(file) as Form;
    expect([typeof name, typeof description]).toEqual(['string', 'string']);
    const questions = body.filter(({ type }) => type !== 'markdown');
    expect(questions.length).toBeGreaterThan(1);
    const ids = questions.map(({ id = '' }) => id);
    expect(ids.filter(id => !/^[a-z]+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(body)).toContain('Never paste a token or an API key');
  });

  it('ask for what a mistake can be found by', () => {
    const { body } = read('bug.yml') as Form;
    expect(body.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['sentence', 'version', 'editor', 'place', 'log', 'network']),
    );
  });

  it('lead away from a public issue with a vulnerability', () => {
    const { contact_links: links } = read('config.yml') as { contact_links: { url: string }[] };
    expect(links.filter(({ url }) => url.endsWith('/security/advisories/new'))).toHaveLength(1);
  });
});
