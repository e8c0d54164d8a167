/** Every command of the extension; a test compares the list with the manifest. */
export const commandIds = {
  refreshToken: 'telnyxRooms.refreshToken',
  newToken: 'telnyxRooms.newToken',
  addToken: 'telnyxRooms.addToken',
  renew: 'telnyxRooms.renew',
  copyToken: 'telnyxRooms.copyToken',
  setRefreshToken: 'telnyxRooms.setRefreshToken',
  setApiKey: 'telnyxRooms.setApiKey',
  removeApiKey: 'telnyxRooms.removeApiKey',
  toggleAutoRefresh: 'telnyxRooms.toggleAutoRefresh',
  turnOnAutoRefresh: 'telnyxRooms.turnOnAutoRefresh',
  turnOffAutoRefresh: 'telnyxRooms.turnOffAutoRefresh',
  stopReminders: 'telnyxRooms.stopReminders',
  startExpiryDrill: 'telnyxRooms.startExpiryDrill',
  renameRoom: 'telnyxRooms.renameRoom',
  forgetRoom: 'telnyxRooms.forgetRoom',
  forgetEverything: 'telnyxRooms.forgetEverything',
  trySandbox: 'telnyxRooms.trySandbox',
  stopSandbox: 'telnyxRooms.stopSandbox',
  pinRoom: 'telnyxRooms.pinRoom',
  unpinRoom: 'telnyxRooms.unpinRoom',
  showRoomActions: 'telnyxRooms.showRoomActions',
  showLog: 'telnyxRooms.showLog',
} as const;

/** The id of one of the extension's commands. */
export type CommandId = (typeof commandIds)[keyof typeof commandIds];
