import type { Answer, StaffRequest } from '#pages/page.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { type FoundTrace, lookedOf } from '#pages/sharing/look-through-view.tsx'

interface Ways {
  readonly look: (text: string) => Promise<{ readonly traces: readonly FoundTrace[] }>
  readonly keep: (text: string, looked: ReturnType<typeof lookedOf>) => Promise<Answer>
  readonly show: (problem?: Problem, traces?: readonly FoundTrace[]) => Promise<Answer>
}

/** First the text, then everything that was found in it, and only then is it kept. */
export async function lookFirst({ form }: StaffRequest, { look, keep, show }: Ways): Promise<Answer> {
  const text = form.text('text')
  const { traces } = await look(text)
  if (form.checked('back')) return show()
  if (!form.checked('looked')) return show(noProblem, traces)
  return attempt(
    () => keep(text, lookedOf(form, traces)),
    (problem) => show(problem, traces),
  )
}
