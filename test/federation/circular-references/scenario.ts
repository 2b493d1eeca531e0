import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const people = [
  { id: '1', pet: { id: 'cat' } },
  { id: '2', pet: { id: 'dog' } },
]
const pets = [
  { id: 'cat', owner: { id: '1' }, kind: 'C' },
  { id: 'dog', owner: { id: '2' }, kind: 'D' },
]

export const scenario: Scenario = {
  feature: 'two subgraphs whose entities point at each other',
  subgraphs: {
    people: {
      sdl: `type Query { person(id: ID!): Person }
      type Person @key(fields: "id") { id: ID! name: String pet: Pet }
      type Pet @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: {
          person: (_: unknown, { id }: { id: string }) => people.find((each) => each.id === id),
        },
        Person: {
          __resolveReference: findIn(people, 'id'),
          name: ({ id }: { id: string }) => `n${id}`,
        },
      },
    },
    pets: {
      sdl: `type Pet @key(fields: "id") { id: ID! kind: String owner: Person }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Pet: { __resolveReference: findIn(pets, 'id') } },
    },
  },
  cases: [
    {
      name: 'there and back, twice',
      query: '{ person(id: "1") { pet { kind owner { name pet { owner { id name } } } } } }',
      data: {
        person: {
          pet: { kind: 'C', owner: { name: 'n1', pet: { owner: { id: '1', name: 'n1' } } } },
        },
      },
    },
  ],
}
