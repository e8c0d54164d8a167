// Loaded before files of the built extension where there is no editor: they share modules with those
// that know it, and take what they need of it when they are loaded.
import Module from 'node:module';

type Load = (name: string, ...rest: readonly unknown[]) => unknown;

/** Whatever is asked of it, called or made of it. */
const anything: object = new Proxy(
  function () {
    // A target that can be called.
  },
  {
    get: (_target, name): unknown => (typeof name === 'symbol' ? undefined : anything),
    apply: () => anything,
    construct: () => anything,
  },
);

const modules = Module as unknown as { _load: Load };
const load = modules._load;
modules._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));
