import type { ParticipantId, ReviewId } from '#kernel'
import { deskPaths } from '../web/paths.ts'

type Id = ParticipantId | string
type Review = ReviewId | string

const one = (id: Id, reviewId: Review): string => deskPaths.review(id, reviewId)

/** Addresses behind the reviews of a dossier. */
export const reviewPaths = {
  list: deskPaths.reviews,
  one,
  plan: (id: Id) => `${deskPaths.reviews(id)}/plannen`,
  hold: (id: Id, reviewId: Review) => `${one(id, reviewId)}/gehouden`,
  reopen: (id: Id, reviewId: Review) => `${one(id, reviewId)}/weer-open`,
  move: (id: Id, reviewId: Review) => `${one(id, reviewId)}/verzetten`,
  wait: (id: Id, reviewId: Review) => `${one(id, reviewId)}/wacht`,
  resume: (id: Id, reviewId: Review) => `${one(id, reviewId)}/weer-door`,
  cancel: (id: Id, reviewId: Review) => `${one(id, reviewId)}/niet-doorgaan`,
  ownWord: (id: Id, reviewId: Review) => `${one(id, reviewId)}/eigen-woorden`,
  web: (id: Id, reviewId: Review) => `${one(id, reviewId)}/web`,
  my: () => deskPaths.myReview(),
  myOwnWord: (reviewId: Review) => `${deskPaths.myReview()}/${reviewId}`,
  myWeb: (reviewId: Review) => `${deskPaths.myReview()}/${reviewId}/web`,
} as const
