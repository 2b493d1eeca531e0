import { askPage } from './access-log/asked-page.ts'
import { findPage } from './access-log/find-page.ts'
import type { Resolvers } from './generated.ts'
import { askReceipt } from './receipt/asked-receipt.ts'
import { findReceipt } from './receipt/find-receipt.ts'

export const resolvers: Resolvers = {
  Query: {
    accessLog: (_, asked, ctx) => askPage(ctx, asked),
    disclosureReceipt: (_, { requestId }, ctx) => askReceipt(ctx, requestId),
    hubStatus: (_, __, { status }) => status(),
  },
  AccessLogConnection: {
    __resolveReference: (reference, ctx) => findPage(ctx, reference),
  },
  DisclosureReceipt: {
    __resolveReference: (reference, ctx) => findReceipt(ctx, reference),
  },
}
