import type { Services } from '../services';
import { settings } from '../settings';
import { addToLaunch } from '../launch/addToLaunch';
import { stopGivingTokens } from '../launch/stopGivingTokens';
import { openRoomTerminal } from '../terminal/openRoomTerminal';
import { commandIds, type CommandId } from './commandIds';
import type { OtherCommand } from './otherCommands';
import { collectNetworkDiagnostics } from './collectNetworkDiagnostics';
import { addToken } from './addToken';
import { toggleAutoRefresh, turnOffAutoRefresh, turnOnAutoRefresh } from './autoRefreshCommands';
import { copyToken } from './copyToken';
import { copyAs, copyTokenAs } from './copyTokenAs';
import { openEnvFile, writeEnvFile } from './envLinkCommands';
import { ignoreEnvFile } from './ignoreEnvFile';
import { linkEnvFile } from './linkEnvFile';
import { unlinkEnvFile } from './unlinkEnvFile';
import { startExpiryDrill } from './expiryDrill';
import { forgetEverything } from './forgetEverything';
import { forgetRoom } from './forgetRoom';
import { newToken } from './newToken';
import { pinRoom, unpinRoom } from './pinRoom';
import { refreshRoomToken } from './refreshRoomToken';
import { removeApiKey } from './removeApiKey';
import { renameRoom } from './renameRoom';
import { renew } from './renew';
import { stopSandbox, trySandbox } from './sandboxCommands';
import { setApiKey } from './setApiKey';
import { setRefreshToken } from './setRefreshToken';
import { showRoomActions } from './showRoomActions';

/** What a command does. The argument is plain data of whoever called it: never trust its type. */
type Handler = (services: Services, argument: unknown) => Promise<void>;

/** Every command's work, in a bundle of its own: most windows run none. */
export const commandHandlers: Readonly<Record<Exclude<CommandId, OtherCommand>, Handler>> = {
  [commandIds.refreshToken]: refreshRoomToken,
  [commandIds.newToken]: newToken,
  [commandIds.addToken]: addToken,
  [commandIds.renew]: renew,
  [commandIds.copyToken]: copyToken,
  [commandIds.copyTokenAs]: copyTokenAs,
  [commandIds.copyAsToken]: copyAs('token'),
  [commandIds.copyAsBearer]: copyAs('bearer'),
  [commandIds.copyAsJson]: copyAs('json'),
  [commandIds.copyAsEnvironment]: copyAs('environment'),
  [commandIds.copyAsInitialize]: copyAs('initialize'),
  [commandIds.copyAsRefreshLoop]: copyAs('refreshLoop'),
  [commandIds.copyAsCurl]: copyAs('curl'),
  [commandIds.copyAsSdk]: copyAs('sdk'),
  [commandIds.openTerminal]: openRoomTerminal,
  [commandIds.linkEnvFile]: linkEnvFile,
  [commandIds.unlinkEnvFile]: unlinkEnvFile,
  [commandIds.openEnvFile]: openEnvFile,
  [commandIds.writeEnvFile]: writeEnvFile,
  [commandIds.ignoreEnvFile]: ignoreEnvFile,
  [commandIds.addToLaunch]: addToLaunch,
  [commandIds.stopGivingTokens]: stopGivingTokens,
  [commandIds.setRefreshToken]: setRefreshToken,
  [commandIds.setApiKey]: setApiKey,
  [commandIds.removeApiKey]: removeApiKey,
  [commandIds.toggleAutoRefresh]: toggleAutoRefresh,
  [commandIds.turnOnAutoRefresh]: turnOnAutoRefresh,
  [commandIds.turnOffAutoRefresh]: turnOffAutoRefresh,
  [commandIds.stopReminders]: () => settings.stopReminders(),
  [commandIds.startExpiryDrill]: startExpiryDrill,
  [commandIds.renameRoom]: renameRoom,
  [commandIds.forgetRoom]: forgetRoom,
  [commandIds.forgetEverything]: forgetEverything,
  [commandIds.trySandbox]: trySandbox,
  [commandIds.stopSandbox]: stopSandbox,
  [commandIds.pinRoom]: pinRoom,
  [commandIds.unpinRoom]: unpinRoom,
  [commandIds.showRoomActions]: showRoomActions,
  [commandIds.collectNetworkDiagnostics]: collectNetworkDiagnostics,
  [commandIds.showLog]: ({ channel }) => {
    channel.show();
    return Promise.resolve();
  },
};
