import type { Resolvers } from './generated.ts'

export const resolvers: Resolvers = {
  Query: {
    hubStatus: (_, __, { status }) => status(),
  },
}
