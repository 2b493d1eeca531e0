import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

/** A supergraph of subgraphs, by name, without the hub's own lints. Throws what composition refuses. */
export function composeAny(subgraphs: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({
      name,
      typeDefs: parse(sdl),
      url: `http://${name}`,
    })),
  )
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}
