import Negotiator from 'negotiator'
import { hubError } from '../../schemas/errors.ts'

/** Media types of answers, the usual one first (GraphQL over HTTP, "Media Types"). */
export const ANSWER_MEDIA = ['application/json', 'application/graphql-response+json'] as const

/** The media type that an `Accept` header wants an answer in. Throws `ANSWER_TYPE_UNSUPPORTED`. */
export function chooseMedia(accept: string | undefined): string {
  // most clients say one of these, so that nothing need be weighed
  if (accept === undefined || accept === '*/*' || accept === ANSWER_MEDIA[0]) return ANSWER_MEDIA[0]
  const chosen = new Negotiator({ headers: { accept } }).mediaType([...ANSWER_MEDIA])
  if (chosen === undefined) throw hubError('ANSWER_TYPE_UNSUPPORTED')
  return chosen
}
