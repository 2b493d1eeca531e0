import type { Scenario } from '../../support/federation/scenario.ts'

const cats = [{ __typename: 'Cat', id: '1', toy: { id: 't' } }]

export const scenario: Scenario = {
  feature: '__typename at every level, aliased or not',
  subgraphs: {
    cats: {
      sdl: `type Query { pets: [Pet!]! cat: Cat } type Mutation { feed: Cat }
      interface Pet { id: ID! } type Cat implements Pet @key(fields: "id") { id: ID! toy: Toy }
      type Toy @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { pets: () => cats, cat: () => cats[0] },
        Mutation: { feed: () => cats[0] },
      },
    },
    toys: {
      sdl: `type Toy @key(fields: "id") { id: ID! colour: String }`,
      resolvers: { Toy: { colour: () => 'red' } },
    },
  },
  cases: [
    {
      name: 'nothing else: nobody is asked',
      query: '{ __typename root: __typename }',
      data: { __typename: 'Query', root: 'Query' },
      asked: { cats: 0, toys: 0 },
    },
    {
      name: 'on interfaces, entities and the root together',
      query:
        '{ a: __typename pets { b: __typename ... on Cat { toy { __typename colour c: __typename } } } cat { __typename } }',
      data: {
        a: 'Query',
        pets: [{ b: 'Cat', toy: { __typename: 'Toy', colour: 'red', c: 'Toy' } }],
        cat: { __typename: 'Cat' },
      },
    },
    {
      name: 'of a mutation',
      query: 'mutation { __typename feed { __typename } }',
      data: { __typename: 'Mutation', feed: { __typename: 'Cat' } },
    },
  ],
}
