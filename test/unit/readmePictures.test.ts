import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestOfPicture, readReadmePictures } from '../../scripts/readmePictures';

const readme = readFileSync('README.md', 'utf8');
const images = [
  ...readme.matchAll(/!\[([^\]]*)\]\((?:[^)]*\/)?docs\/images\/([\w-]+\.png)\)/g),
].map(([, alternative = '', name = '']) => ({ name, alternative }));

describe('The pictures of the README', () => {
  it('are those that pictures.json names, each shown once', async () => {
    const named = Object.keys(await readReadmePictures());
    expect(named.length).toBeGreaterThan(0);
    expect(images.map(({ name }) => name).sort()).toEqual(named.sort());
  });

  it('say in words what they show', () => {
    for (const { name, alternative } of images) {
      expect(alternative.split(/\s+/).length, name).toBeGreaterThanOrEqual(5);
    }
  });

  it('are the files of which pictures.json says what they show', async () => {
    const pictures = await readReadmePictures();
    const files = readdirSync('docs/images').filter(name => name !== 'pictures.json');
    expect(files.sort()).toEqual(Object.keys(pictures).sort());
    for (const [name, { sha256, shows }] of Object.entries(pictures)) {
      expect(await digestOfPicture(name), name).toBe(sha256);
      expect(shows.length, name).toBeGreaterThan(0);
    }
  });
});
