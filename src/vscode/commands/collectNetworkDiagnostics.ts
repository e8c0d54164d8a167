import { t } from '../../display/l10n';
import { networkReport } from '../../display/networkReport/networkReport';
import { withCancellableProgress } from '../messages/progress';
import { hostFacts } from '../network/hostFacts';
import { networkSettings } from '../network/networkSettings';
import type { Services } from '../services';
import { currentBaseUrl } from './currentBaseUrl';

/** `Telnyx: Collect Network Diagnostics`: shows how far one gets to the API, and where it ends. */
export async function collectNetworkDiagnostics(services: Services): Promise<void> {
  const baseUrl = currentBaseUrl(services);
  if (baseUrl === undefined) {
    return;
  }
  const { clock, documents } = services;
  const settings = networkSettings();
  const { host } = new URL(baseUrl);
  const facts = await withCancellableProgress(
    clock,
    t`Looking at the way to ${host}…`,
    async signal => {
      const { collectNetworkFacts } = await import('../../net/diagnostics/collectNetworkFacts');
      const collected = await collectNetworkFacts({ baseUrl, settings }, signal);
      return signal.aborted ? undefined : collected;
    },
  );
  if (facts !== undefined) {
    const report = networkReport(hostFacts(settings.network), facts, clock.now());
    // Translators: a file's name.
    await documents.show(`${t('Network Diagnostics')}.md`, report);
  }
}
