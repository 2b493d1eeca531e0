import type { Scenario } from '../../support/federation/scenario.ts'

const grid = [[{ id: '1' }, { id: '2' }], [], null, [null, { id: '1' }]]

export const scenario: Scenario = {
  feature: 'entities in lists of lists',
  subgraphs: {
    grid: {
      sdl: `type Query { grid: [[Cell]] numbers: [[Int!]!] } type Cell @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { grid: () => grid, numbers: () => [[1], []] } },
    },
    values: {
      sdl: `type Cell @key(fields: "id") { id: ID! value: Int near: [[Cell!]!] }`,
      resolvers: {
        Cell: {
          value: ({ id }: { id: string }) => Number(id) * 10,
          near: ({ id }: { id: string }) => [[{ id: `${id}0` }]],
        },
      },
    },
  },
  cases: [
    {
      name: 'each cell is asked for once, empty lists and nulls keep their places',
      query: '{ grid { value } numbers }',
      data: {
        grid: [[{ value: 10 }, { value: 20 }], [], null, [null, { value: 10 }]],
        numbers: [[1], []],
      },
    },
    {
      name: 'and lists inside entities inside lists',
      query: '{ grid { near { id value } } }',
      data: {
        grid: [
          [{ near: [[{ id: '10', value: 100 }]] }, { near: [[{ id: '20', value: 200 }]] }],
          [],
          null,
          [null, { near: [[{ id: '10', value: 100 }]] }],
        ],
      },
    },
  ],
}
