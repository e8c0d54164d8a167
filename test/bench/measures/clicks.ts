import { roomKey } from '../../../src/core/rooms/roomIdentity';
import { seededRoomId } from '../host/seededRooms';
import type { Bench } from '../openBench';
import { median } from '../report/statistics';
import { startDelayingRelay } from '../servers/delayingRelay';
import { leftOut } from './leftOut';
import type { Measure } from './measure';
import { roundTrip } from './roundTrips';

/** How long a prompt stands before Enter is pressed, in milliseconds. */
const pause = 1200;

/** The command as a user runs it, in a real window, with an API that is 50 ms away. */
export const clicks: Measure = {
  title: 'Refresh by the command, VS Code, from the Enter to the new token',
  rows: ['click'],
  async run(bench) {
    if (bench.plan.clicks === 0) {
      return leftOut(['click']);
    }
    const { port } = bench.servers.httpsThatHangsUp;
    const relay = await startDelayingRelay(port, roundTrip);
    try {
      const [first = NaN, ...later] = await clickTimes(bench, relay.port);
      const [, ...near] = await clickTimes(bench, port);
      return {
        findings: [
          {
            row: 'click',
            value: median(later),
            remark: [
              `the first of the session, which loads the HTTP client, ${first.toPrecision(3)}`,
              `with the API on this machine ${median(near).toPrecision(3)}`,
              `so the way costs ${(median(later) - median(near)).toPrecision(3)}`,
            ].join('; '),
          },
        ],
        comparisons: [
          {
            title: this.title,
            unit: 'round trips of 50 ms',
            series: [
              { name: 'API 50 ms away', values: later },
              { name: 'API on this machine', values: near },
            ],
          },
        ],
      };
    } finally {
      await relay.close();
    }
  },
};

/** In round trips of 50 ms, whatever the way is. */
async function clickTimes(bench: Bench, port: number): Promise<readonly number[]> {
  const baseUrl = `https://127.0.0.1:${port}/v2`;
  const host = await bench.host();
  const { result } = await host.run(await host.userWithRooms(1, baseUrl), {
    kind: 'click',
    roomKey: roomKey({ id: seededRoomId(0), baseUrl }),
    times: bench.plan.clicks,
    pause,
  });
  return result.milliseconds.map(milliseconds => milliseconds / roundTrip);
}
