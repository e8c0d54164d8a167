/** What a row of the table is about, and what it must reach. */
export interface Target {
  readonly what: string;
  readonly unit: string;
  /** The greatest value that reaches it. */
  readonly atMost?: number;
  /** The smallest value that reaches it. */
  readonly atLeast?: number;
}

/** The rows of the table, in its order. */
export const targets = {
  click: {
    what: 'Refresh by the command in VS Code, 50 ms away, TLS 1.3: from the last Enter to the new token',
    unit: 'round trips',
    atMost: 1.1,
  },
  callAhead: {
    what: 'The same call alone, in plain Node, on a connection opened ahead',
    unit: 'round trips',
    atMost: 1.1,
  },
  firstCall: {
    what: 'First https call of a session in VS Code, load included, to the SDK',
    unit: '×',
    atMost: 0.25,
  },
  firstCallAhead: {
    what: 'The same with a connection opened ahead',
    unit: '×',
    atMost: 0.1,
  },
  warmHttps: {
    what: 'Warm https refresh in VS Code, median, to the SDK',
    unit: '×',
    atMost: 0.2,
  },
  warmHttp: {
    what: 'Warm http refresh in plain Node, median, to a raw socket',
    unit: '×',
    atMost: 2.1,
  },
  warmHttpCpu: {
    what: 'CPU time of that refresh, to the SDK',
    unit: '×',
    atMost: 0.25,
  },
  tlsSessions: {
    what: 'New connections that resume a TLS session',
    unit: '% of all but the first',
    atLeast: 100,
  },
  httpChunk: { what: 'What the first request loads', unit: 'KB', atMost: 300 },
  unaskedBundles: { what: 'What a window loads by itself', unit: 'KB', atMost: 48 },
  vsix: {
    what: 'The package (VSIX), without other languages and pictures',
    unit: 'KB',
    atMost: 200,
  },
  activationNone: {
    what: 'Activation without rooms, to an empty extension',
    unit: '×',
    atMost: 1.25,
  },
  activationOne: { what: 'Activation with 1 room, to an empty extension', unit: '×', atMost: 1.25 },
  activationMany: {
    what: 'Activation with 1,000 rooms, to an empty extension',
    unit: '×',
    atMost: 1.25,
  },
  idleOne: {
    what: 'CPU of an idle, focused window with 1 room that counts down, over an empty extension',
    unit: 'ms a second',
    atMost: 0.5,
  },
  idleMany: { what: 'The same with 1,000 rooms', unit: 'ms a second', atMost: 0.5 },
  idleTimers: {
    what: 'Timers of an idle, focused window without rooms',
    unit: 'timers',
    atMost: 0,
  },
  idleMessages: {
    what: 'Messages to the workbench while idle with 1,000 rooms, over an empty extension',
    unit: 'a second',
    atMost: 1,
  },
  idleDecodes: { what: 'Tokens decoded while idle', unit: 'tokens', atMost: 0 },
  refreshDecodes: {
    what: 'How often a refresh decodes a token, at most',
    unit: 'times',
    atMost: 1,
  },
  treeList: { what: 'Tree of 1,000 rooms: the root list, in the host', unit: 'ms', atMost: 30 },
  treeRedraw: { what: 'Rows redrawn by a refresh of one of them', unit: 'rows', atMost: 1 },
  memory: { what: 'Heap of the host with 1,000 rooms, over none', unit: 'MB', atMost: 20 },
  autoRefresh: {
    what: '1,000 rooms due within a minute: connections at a time, none late (asserted by unit/core/autoRefresh/manyRooms.test.ts, which was run)',
    unit: 'connections',
    atMost: 2,
  },
} as const satisfies Record<string, Target>;

export type RowName = keyof typeof targets;

export const rowNames = Object.keys(targets) as RowName[];
