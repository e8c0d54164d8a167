/** How much is measured. Counts, unless they say otherwise. */
export interface Plan {
  /** Of the fresh extension hosts, one for each variant. */
  readonly activationRounds: number;
  readonly idleRounds: number;
  readonly idleSeconds: number;
  readonly treeRounds: number;
  readonly clicks: number;
  readonly warmRounds: number;
  readonly warmRoundsInHost: number;
  readonly firstCallRounds: number;
  readonly relayRounds: number;
  readonly newConnections: number;
  /** Of the user who has most; 0 leaves that user out. */
  readonly manyRooms: number;
}

/** What the figures of docs/performance.md come from. */
export const fullPlan: Plan = {
  activationRounds: 31,
  idleRounds: 3,
  idleSeconds: 20,
  treeRounds: 5,
  clicks: 9,
  warmRounds: 120,
  warmRoundsInHost: 30,
  firstCallRounds: 15,
  relayRounds: 5,
  newConnections: 50,
  manyRooms: 1000,
};

/** Only shows that the bench works: its figures mean little. */
export const quickPlan: Plan = {
  activationRounds: 1,
  idleRounds: 0,
  idleSeconds: 0,
  treeRounds: 0,
  clicks: 0,
  warmRounds: 4,
  warmRoundsInHost: 3,
  firstCallRounds: 2,
  relayRounds: 1,
  newConnections: 10,
  manyRooms: 0,
};
