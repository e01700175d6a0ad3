import type { ComponentChildren } from 'preact'
import { filledForm } from '#pages/form-data.ts'
import { type FormState, PostForm } from '#pages/look/form.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { MatchView } from '#usecases/match/read-match.ts'

export interface Shown {
  readonly request: StaffRequest
  readonly match: MatchView
  readonly problem: Problem
}

interface Asks {
  /** What is done with it. */
  readonly doing: string
  /** What its fields are called here, by what the use case calls them: a page has many days, each with its own name. */
  readonly names?: Readonly<Record<string, string>>
  readonly known?: Readonly<Record<string, string | null>>
}

/** One of the forms of a match's page: with what was typed and what was wrong, if this is the one that was sent. */
export function formState({ request, problem }: Shown, { doing, names = {}, known = {} }: Asks): FormState {
  const { t, form } = request
  if (form.text('do') !== doing || problem === noProblem)
    return { t, form: filledForm(known), problem: noProblem }
  const fields = Object.fromEntries(
    Object.entries(problem.fields).map(([name, code]) => [names[name] ?? name, code]),
  )
  return { t, form, problem: { fields, refused: null } }
}

/** A form that says which row it is about, on which version, and what is to be done. */
export const LifeForm = ({
  shown: { request, match },
  state,
  doing,
  children,
}: {
  shown: Shown
  state: FormState
  doing: string
  children: ComponentChildren
}) => (
  <PostForm
    state={state}
    submissionKey={(state.problem !== noProblem && request.form.key) || request.newKey()}
  >
    <input type="hidden" name="version" value={match.version} />
    <input type="hidden" name="do" value={doing} />
    {children}
  </PostForm>
)

/** What is done now and then stands folded up, open if something in it was wrong. */
export const Folded = ({
  title,
  open,
  children,
}: {
  title: string
  open: boolean
  children: ComponentChildren
}) => (
  <details class="naast-details" open={open}>
    <summary>{title}</summary>
    {children}
  </details>
)

/** Something was wrong in this one. */
export const faulty = (state: FormState): boolean => state.problem !== noProblem
