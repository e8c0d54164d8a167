import { seededRoomId } from '../host/seededRooms';
import type { TreeResult } from '../host/probeTasks';
import { median } from '../report/statistics';
import { leftOut } from './leftOut';
import type { Measure } from './measure';

const rows = ['treeList', 'treeRedraw', 'refreshDecodes'] as const;

/** The view with many rooms: its first drawing, and what a refresh of one room redraws. */
export const tree: Measure = {
  title: 'Tree of many rooms, VS Code',
  rows,
  async run(bench) {
    const { manyRooms, treeRounds } = bench.plan;
    if (treeRounds === 0) {
      return leftOut(rows);
    }
    const host = await bench.host();
    const user = await host.userWithRooms(manyRooms, bench.baseUrl);
    const seen: TreeResult[] = [];
    for (let round = 0; round < treeRounds; round++) {
      const { result } = await host.run(user, { kind: 'tree', roomId: seededRoomId(0) });
      seen.push(result);
    }
    const lists = seen.map(({ rootList }) => rootList);
    const redrawn = seen.map(each => (each.redrawnWhole ? each.rows : each.redrawnRows));
    return {
      findings: [
        {
          row: 'treeList',
          value: median(lists),
          remark: `${Math.min(...seen.map(each => each.rows))} rows`,
        },
        { row: 'treeRedraw', value: Math.max(...redrawn) },
        { row: 'refreshDecodes', value: Math.max(...seen.map(({ decodes }) => decodes)) },
      ],
      comparisons: [
        {
          title: 'Root list of the tree, in the extension host',
          unit: 'ms',
          series: [{ name: `${manyRooms} rooms`, values: lists }],
        },
      ],
    };
  },
};
