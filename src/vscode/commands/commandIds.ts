/** Every command of the extension; a test compares the list with the manifest. */
export const commandIds = {
  refreshToken: 'telnyxRooms.refreshToken',
  copyToken: 'telnyxRooms.copyToken',
  setRefreshToken: 'telnyxRooms.setRefreshToken',
  setApiKey: 'telnyxRooms.setApiKey',
  removeApiKey: 'telnyxRooms.removeApiKey',
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
