import { isBefore } from '#domain/day.ts'
import { GridPicture, GridTable } from '#pages/adversity/grid-picture.tsx'
import { type Form, formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { Ladder } from '#pages/measure/question-field.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { wordsIn } from '#pages/words/words.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { readAdversityGrid } from '#usecases/adversity/read-adversity-grid.ts'
import { Refused } from '#usecases/failure.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** How it was and how it is now. */
async function show({ context, actor, t, today, params }: StaffRequest) {
  const grid = await readAdversityGrid(context, actor, { trajectoryId: params.id ?? '' })
  const { trajectoryId: id, grids, againOn } = grid
  const fill = grid.mayFill && (
    <p class="naast-actions">
      <ButtonLink href={paths.adversity.fill(id)}>
        {t(grids.length === 0 ? 'grid.fill' : 'grid.fill-again')}
      </ButtonLink>
    </p>
  )
  return page(
    t('grid.title'),
    <>
      <Heading level={1}>{t('grid.title')}</Heading>
      <Text lead>{grid.name}</Text>
      <TrajectoryTabs t={t} id={id} actor={actor} works={grid.works} current={paths.adversity.grid(id)} />
      {grids.length === 0 ? (
        <Empty title={t('grid.none')}>
          <Text>{t('grid.none-hint')}</Text>
          {fill}
        </Empty>
      ) : (
        <>
          <Text>{t('grid.lead')}</Text>
          {againOn && (
            <Text quiet>
              {isBefore(againOn, today)
                ? t('grid.again-late')
                : t('grid.again-on', { day: t.longDay(againOn) })}
            </Text>
          )}
          <GridPicture t={t} domains={grid.domains} grids={grids} />
          {grid.words && (
            <section>
              <Heading>{t('grid.words')}</Heading>
              <Text>{grid.words}</Text>
            </section>
          )}
          {fill}
          <GridTable t={t} domains={grid.domains} grids={grids} />
        </>
      )}
    </>,
  )
}

/**
 * All domains on one page, so that nothing that was chosen is lost on the way from one to another; the list above jumps
 * within the page.
 */
async function ask(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const grid = await readAdversityGrid(context, actor, { trajectoryId: idOf(request) })
  const closed = !grid.mayFill && problem === noProblem
  if (closed) throw new Refused('not-from-this-state')
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const [low, high] = [both('grid.low'), both('grid.high')]
  return page(
    t('grid.fill-title'),
    <>
      <Heading level={1}>{t('grid.fill-title')}</Heading>
      <Text lead>{grid.name}</Text>
      <Text>{t('grid.fill-lead')}</Text>
      <details>
        <summary>{t('grid.jump')}</summary>
        <ul class="naast-list">
          {grid.domains.map(({ fact, label }) => (
            <li key={fact}>
              <Link href={`#field-${fact}`}>{label[t.language]}</Link>
            </li>
          ))}
        </ul>
      </details>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        {grid.domains.map(({ fact, label, most }) => (
          <Ladder
            key={fact}
            state={state}
            name={fact}
            label={label[t.language]}
            item={{ min: 0, max: most, low, high }}
          />
        ))}
        <TextArea state={state} name="words" label={t('grid.own-words')} optional rows={3} />
        <Buttons>
          <SubmitButton>{t('grid.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.adversity.grid(grid.trajectoryId)}>{t('grid.to-grid')}</Link>
    </>,
  )
}
const both = (key: 'grid.low' | 'grid.high') => ({ nl: wordsIn('nl')(key), en: wordsIn('en')(key) })

/** Every field that isn't the form's own is a domain; the use case knows which there are. */
const countsIn = (form: Form): Record<string, string> =>
  Object.fromEntries(form.entries().filter(([name]) => name !== 'words' && name !== 'key'))

export const gridRoutes: readonly Route[] = [
  staffRoute({
    path: paths.adversity.grid(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: show,
  }),
  staffRoute({
    path: paths.adversity.fill(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => ask(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await fillAdversityGrid(
            context,
            actor,
            { trajectoryId: idOf(request), counts: countsIn(form), words: form.optional('words') },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.adversity.grid(idOf(request)), 'grid.said.saved')
        },
        (problem) => ask(request, problem),
      ),
  }),
]
