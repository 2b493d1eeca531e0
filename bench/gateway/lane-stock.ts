import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { openSupergraph } from './peers.ts'
import { reportReady } from './lane.ts'

// Run as a process: @apollo/gateway and Apollo Server as they come, over the agencies at an address.
// It refuses a supergraph with access rules, so it has none: no token, no filter, no log.

const [agencies = ''] = process.argv.slice(2)
const supergraphSdl = openSupergraph(agencies)
const gateway = new ApolloGateway({ supergraphSdl })
const server = new ApolloServer({ gateway })
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
reportReady({ url })
