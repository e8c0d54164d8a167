import type { NetworkSettings } from '../../../src/net/networkSettings';

/** What a machine has where nobody has set a proxy. */
export const withoutProxy: NetworkSettings = {
  network: 'auto',
  proxy: '',
  noProxy: [],
  proxySupport: 'override',
  environment: {},
};
