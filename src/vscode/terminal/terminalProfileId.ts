/** The terminal profile "Telnyx Room", as the manifest contributes it. */
export const terminalProfileId = 'telnyxRooms.room';
