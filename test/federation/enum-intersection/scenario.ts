import type { Scenario } from '../../support/federation/scenario.ts'

const colours = ['RED', 'GREEN', 'SECRET']

export const scenario: Scenario = {
  feature: 'an enum whose values differ between input and output',
  subgraphs: {
    one: {
      sdl: `type Query { colours: [Colour] same(colour: Colour): Colour }
      enum Colour { RED GREEN SECRET @inaccessible }`,
      resolvers: {
        Query: {
          colours: () => colours,
          same: (_: unknown, args: { colour: string }) => args.colour,
        },
      },
    },
    two: {
      sdl: `type Query { other(colour: Colour): Colour } enum Colour { RED GREEN SECRET @inaccessible }`,
      resolvers: { Query: { other: () => 'GREEN' } },
    },
  },
  cases: [
    {
      name: 'a value that clients may not see becomes null, and nobody is at fault',
      query: '{ colours }',
      data: { colours: ['RED', 'GREEN', null] },
    },
    {
      name: 'values that clients may see go both ways',
      query: 'query ($c: Colour) { same(colour: $c) other(colour: RED) }',
      variables: { c: 'RED' },
      data: { same: 'RED', other: 'GREEN' },
    },
  ],
}
