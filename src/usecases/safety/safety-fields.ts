import { sealedFields } from '#usecases/sealed-fields.ts'

/** Every word about her safety stands under her own key. */
export const redFlagCheckFields = sealedFields('red_flag_check', ['words_sealed'])
export const redFlagReviewFields = sealedFields('red_flag_review', ['words_sealed'])
export const kindcheckFields = sealedFields('kindcheck', ['words_sealed'])
export const safetyPlanFields = sealedFields('safety_plan', ['plan_sealed', 'card_sealed'])
