import { type Answer, type PageAnswer, seeOther, withCookies } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { Step } from '#usecases/sign-in/sign-in-port.ts'

/**
 * Where a step of signing in leads. A step that was refused shows its form again; the words are the same whatever
 * the reason was.
 */
export async function answerTo(
  step: Step,
  refusal: string,
  again: (problem: Problem) => PageAnswer | Promise<PageAnswer>,
): Promise<Answer> {
  if (step.step === 'refused')
    return withCookies({ ...(await again(refused(refusal))), status: 422 }, step.cookies)
  if (step.step === 'slow-down')
    return withCookies({ ...(await again(refused('slow-down'))), status: 429 }, step.cookies)
  return withCookies(seeOther(nextOf[step.step]()), step.cookies)
}

const nextOf = {
  'signed-in': paths.today,
  'code-needed': paths.signInCode,
  'must-enrol': paths.signInPhone,
  'start-again': paths.signIn,
} as const

const refused = (code: string): Problem => ({ ...noProblem, refused: { code, detail: {} } })
