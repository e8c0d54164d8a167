import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { buildOptions } from '../../../scripts/buildOptions';
import { undiciReplacements } from '../../../scripts/slimUndici';
import { loadedWith } from '../../../scripts/loadedWith';

const library = 'node_modules/undici/lib/';

describe("The HTTP client's bundle", () => {
  it('holds the replacements of what undici does not need, and nothing that they replace', async () => {
    const { metafile } = await build({ ...buildOptions, minify: true });
    const inputs = Object.keys(metafile.inputs);
    for (const [module, replacement] of Object.entries(undiciReplacements)) {
      expect(existsSync(library + module), module).toBe(true);
      expect(inputs).toContain(replacement);
      expect(inputs).not.toContain(library + module);
    }
    expect(inputs.filter(input => /undici\/lib\/(?:web|mock|cache|global)/.test(input))).toEqual(
      [],
    );
    const parsers = /llhttp.*wasm/;
    expect(inputs.filter(input => parsers.test(input))).toEqual([
      `${library}llhttp/llhttp-wasm.js`,
    ]);
  });

  it('has at most 130,000 bytes, with all that the first request loads', async () => {
    const { metafile } = await build({ ...buildOptions, minify: true });
    // Whoever sends a request works with the services.
    const before = loadedWith(metafile, 'dist/services.js');
    const loaded = loadedWith(metafile, 'dist/http.js').filter(file => !before.includes(file));
    const bytes = loaded.reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0);
    expect(loaded.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(130_000);
  });
});
