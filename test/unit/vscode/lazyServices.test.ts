import { describe, expect, it } from 'vitest';
import { LazyServices, type OwnedServices } from '../../../src/vscode/lazyServices';

function create() {
  let disposed = 0;
  let give: (services: OwnedServices) => void = () => undefined;
  const made = { dispose: () => (disposed += 1) } as unknown as OwnedServices;
  const services = new LazyServices(() => new Promise(resolve => (give = resolve)));
  return { services, made, finish: () => give(made), disposals: () => disposed };
}

describe('Services that are loaded on demand', () => {
  it('are there once they are loaded, and let go of with the window', async () => {
    const { services, made, finish, disposals } = create();
    const loading = services.load();
    expect(services.loaded).toBeUndefined();
    finish();
    expect(await loading).toBe(made);
    expect(services.loaded).toBe(made);
    services.dispose();
    expect(disposals()).toBe(1);
  });

  it('are let go of as well when the window closes while they are loaded', async () => {
    const { services, finish, disposals } = create();
    const loading = services.load();
    services.dispose();
    finish();
    await loading;
    expect(disposals()).toBe(1);
  });
});
