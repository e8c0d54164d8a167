import { window } from 'vscode';
import { ApiError } from '../../core/api/apiError';
import { parseApiKey } from '../../core/secrets/apiKeys';
import { keyCallMessage } from '../../display/keyCallSentence';
import { t } from '../../display/l10n';
import { withCancellableProgress } from '../messages/progress';
import { waitForStorage } from '../messages/storageWait';
import { askText, errorMessage } from '../prompts/askText';
import type { Services } from '../services';
import { confirmOrigin } from './confirmOrigin';
import { currentBaseUrl } from './currentBaseUrl';

const keepUnchecked = t('Keep Unchecked');
const tryAgain = t('Try Again');

/** Asks for an API key, checks it against the API, and keeps it for that API. */
export async function setApiKey(services: Services): Promise<void> {
  const baseUrl = currentBaseUrl(services);
  if (baseUrl !== undefined) {
    await askAndCheckApiKey(services, baseUrl, '');
  }
}

/**
 * Asks for an API key, with the connection opened meanwhile, checks it and keeps it; nothing happens
 * after Escape.
 */
export function askAndCheckApiKey(
  services: Services,
  baseUrl: string,
  value: string,
  problem?: string,
): Promise<void> {
  return services.ahead.during(async ahead => {
    ahead.to(baseUrl);
    const apiKey = await askApiKey(baseUrl, value, problem);
    if (apiKey !== undefined && (await confirmOrigin(services, baseUrl))) {
      await checkAndKeep(services, baseUrl, apiKey);
    }
  });
}

async function askApiKey(
  baseUrl: string,
  value: string,
  problem: string | undefined,
): Promise<string | undefined> {
  const { host } = new URL(baseUrl);
  const text = await askText({
    title: t('Set API Key'),
    prompt: t`Telnyx API key, kept in VS Code's secret storage and sent only to ${host}`,
    placeholder: 'KEY…',
    value,
    password: true,
    ...(problem !== undefined && { problem }),
    validate: text =>
      parseApiKey(text) === undefined
        ? errorMessage(
            t(
              'An API key has 10 to 512 characters without blanks or accents. Copy it again from the Telnyx portal.',
            ),
          )
        : undefined,
  });
  return typeof text === 'string' ? parseApiKey(text) : undefined;
}

async function checkAndKeep(services: Services, baseUrl: string, apiKey: string): Promise<void> {
  try {
    const { total } = await withCancellableProgress(
      services.clock,
      t('Checking the API key…'),
      signal => services.api.listRooms({ baseUrl, apiKey, pageSize: 1 }, signal),
    );
    await keep(services, baseUrl, apiKey);
    services.messages.info(
      total === 1 ? t('Key accepted, 1 room.') : t`Key accepted, ${total} rooms.`,
    );
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind === 'cancelled') {
      throw error;
    }
    await settleFailure(services, baseUrl, apiKey, error);
  }
}

function keep({ apiKeys, clock }: Services, baseUrl: string, apiKey: string): Promise<void> {
  return waitForStorage(clock, apiKeys.write(baseUrl, apiKey));
}

async function settleFailure(
  services: Services,
  baseUrl: string,
  apiKey: string,
  error: ApiError,
): Promise<void> {
  const { host } = new URL(baseUrl);
  const { status } = error.facts;
  if (error.kind === 'unauthorized' || error.kind === 'refused') {
    services.messages.error(
      t`Telnyx did not accept this API key (HTTP ${String(status)}), so it was not kept. Check that you copied all of it.`,
      { label: tryAgain, run: () => askAndCheckApiKey(services, baseUrl, apiKey) },
    );
    return;
  }
  const { text } = keyCallMessage(error, { call: 'listRooms', host });
  const answer = await window.showWarningMessage(
    `${t('The API key could not be checked.')} ${text}`,
    { modal: true, detail: t('It can be kept unchecked, and is then tried when it is needed.') },
    keepUnchecked,
    tryAgain,
  );
  if (answer === keepUnchecked) {
    await keep(services, baseUrl, apiKey);
    services.messages.info(t`The API key for ${host} was kept unchecked.`);
  } else if (answer === tryAgain) {
    await askAndCheckApiKey(services, baseUrl, apiKey);
  }
}
