import type { Answer } from '#pages/page.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid, ProofNeeded, Refused } from '#usecases/failure.ts'

/** What stood in the way of a form: problems by field, and a rule's refusal. One value feeds summary and fields. */
export interface Problem {
  readonly fields: Readonly<Record<string, string>>
  readonly refused: {
    readonly code: string
    readonly detail: Readonly<Record<string, string | number>>
  } | null
  /** Where somebody was told of a danger all the same: it stood in what was refused. */
  readonly concernId?: string | null
}

export const noProblem: Problem = { fields: {}, refused: null }
export const hasProblem = (problem: Problem): boolean =>
  problem.refused !== null || Object.keys(problem.fields).length > 0

/** Does what a form asks; if the input or a rule says no, shows the form again, filled, with the reason. */
export async function attempt(
  doIt: () => Promise<Answer>,
  again: (problem: Problem) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await doIt()
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    const answer = await again(problem)
    return answer.kind === 'page'
      ? { ...answer, status: answer.status ?? (problem.refused ? 409 : 422) }
      : answer
  }
}

function problemOf(error: unknown): Problem | null {
  // Asked for in between, by the site: the form comes back by itself once she proved it.
  if (error instanceof ProofNeeded) return null
  if (!(error instanceof Invalid || error instanceof Refused)) return null
  const concernId = error.told?.concernId ?? null
  if (error instanceof Invalid) return { fields: error.fields, refused: null, concernId }
  return { fields: {}, refused: { code: error.code, detail: error.detail }, concernId }
}

/** Words for a field's problem code. */
export const fieldWords = (t: T, code: string): string => {
  const key = `field.${code}`
  return t.has(key) ? t(key) : t('field.not-valid')
}
export const refusalWords = (t: T, refused: NonNullable<Problem['refused']>): string => {
  const key = `refusal.${refused.code}`
  // What may not be sent to her is said in the words of the task that it would have become.
  const asTask = `task.reason.${refused.code}`
  if (!t.has(key) && t.has(asTask)) return t(asTask)
  // A rule of a programme says itself, in each language, why it stands in the way.
  const why = refused.detail[t.language] ?? ''
  return t.has(key) ? t(key, { ...refused.detail, why }) : t('refusal.not-from-this-state')
}
