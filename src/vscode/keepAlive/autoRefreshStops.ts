import type { AutoRefresh } from '../../core/autoRefresh/autoRefresh';
import type { Services } from '../services';

/** Says why a room is no longer kept fresh, once. */
export function showAutoRefreshStops(
  autoRefresh: AutoRefresh,
  services: Services,
): { dispose(): void } {
  return autoRefresh.onDidStop(
    stop =>
      void services.messages.guard('auto-refresh', async () => {
        const { showAutoRefreshStop } = await import('../dialogs');
        await showAutoRefreshStop(services, stop);
      }),
  );
}
