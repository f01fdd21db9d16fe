import type { AnyForm, AnyPage, AnyUseCase } from '#platform'
import { getMyReview } from './get-my-review.ts'
import { getReviewList } from './get-review-list.ts'
import { getReviewPreparation } from './get-review-preparation.ts'
import { myReviewForm, myReviewPage, myWebChoiceForm } from './my-review.page.tsx'
import { planReviewTalk } from './plan-review-talk.ts'
import { reviewForms as staffForms } from './forms.ts'
import { reviewPage } from './review.page.tsx'
import { reviewsPage } from './reviews.page.tsx'

export const reviewDeskUseCases: readonly AnyUseCase[] = [getReviewList, getReviewPreparation, planReviewTalk, getMyReview]
export const reviewPages: readonly AnyPage[] = [reviewsPage, reviewPage, myReviewPage]
export const reviewForms: readonly AnyForm[] = [...staffForms, myReviewForm, myWebChoiceForm]
