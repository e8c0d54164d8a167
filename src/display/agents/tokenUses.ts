import { usualInputId } from '../../core/launchFile/launchFile';
import { usualMinValidSeconds } from '../../core/rooms/lastingToken';

const command = 'telnyxRooms.clientToken';

/** How a program gets a room's client token without an agent that sees it. */
export function tokenUses(roomId: string) {
  return {
    inLaunchJsonOrTasksJson: `\${command:${command}}`,
    ofThisRoom: {
      value: `\${input:${usualInputId}}`,
      inputs: [
        {
          id: usualInputId,
          type: 'command',
          command,
          args: { room: roomId, minValidSeconds: usualMinValidSeconds },
        },
      ],
    },
    byTheUser: ['Telnyx: Copy Room Token', 'Telnyx: Open Room Terminal', 'Telnyx: Link .env File…'],
  };
}
