import type { Scenario } from '../../support/federation/scenario.ts'

const users = [
  { id: '1', office: { code: 'x' }, desk: 7 },
  { id: '1', office: { code: 'y' }, desk: 8 },
]
interface User {
  id: string
  office: { code: string }
  desk?: number
}

export const scenario: Scenario = {
  feature: 'a key with an object inside',
  subgraphs: {
    people: {
      sdl: `type Query { users: [User!]! }
      type User @key(fields: "id office { code }") { id: ID! office: Office! }
      type Office @shareable { code: ID! }`,
      resolvers: { Query: { users: () => users } },
    },
    desks: {
      sdl: `type User @key(fields: "id office { code }") { id: ID! office: Office! desk: Int }
      type Office @shareable { code: ID! }`,
      resolvers: {
        User: {
          __resolveReference: ({ id, office }: User) =>
            users.find((user) => user.id === id && user.office.code === office.code),
        },
      },
    },
  },
  cases: [
    {
      name: 'the object inside tells users apart, asked for or not',
      query: '{ users { desk } }',
      data: { users: [{ desk: 7 }, { desk: 8 }] },
    },
    {
      name: 'the object inside may be asked for under another name',
      query: '{ users { at: office { c: code } desk } }',
      data: {
        users: [
          { at: { c: 'x' }, desk: 7 },
          { at: { c: 'y' }, desk: 8 },
        ],
      },
    },
  ],
}
