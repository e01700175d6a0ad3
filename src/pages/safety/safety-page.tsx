import { concernTag } from '#pages/concern/concern-tag.tsx'
import { ConcernSection } from '#pages/concern/raise-form.tsx'
import { formOf } from '#pages/form-data.ts'
import type { FormState } from '#pages/look/form.tsx'
import { ButtonLink, Card, Heading, Text } from '#pages/look/parts.tsx'
import { MeldcodeSection } from '#pages/meldcode/meldcode-section.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { ReviewForm } from '#pages/safety/red-flag-forms.tsx'
import { Checks, Kindchecks, Plan } from '#pages/safety/safety-parts.tsx'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { listMeldcodes } from '#usecases/meldcode/list-meldcodes.ts'
import { readSafety, type SafetyPage } from '#usecases/safety/read-safety.ts'

/** All about her safety; what can't wait stands on top. A worker finds her own concerns and what she can write down. */
export async function showSafety(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const safety = await readSafety(context, actor, { trajectoryId: request.params.id ?? '' })
  const { file, trajectoryId } = safety
  const { lines, mayOpen } = await listMeldcodes(context, actor, { trajectoryId })
  const blank: FormState = { t, form: formOf(null), problem: noProblem }
  const parts = { t, today, trajectoryId }
  return page(
    t('safety.title'),
    <>
      <Heading level={1}>{t('safety.of', { name: safety.name })}</Heading>
      <TrajectoryTabs t={t} id={trajectoryId} actor={actor} current={paths.safety.one(trajectoryId)} />
      {file && (
        <ReviewForm
          {...parts}
          flags={file.openFlags}
          state={problem === noProblem ? blank : { t, form, problem }}
          submissionKey={form.key ?? request.newKey()}
        />
      )}
      <Concerns {...parts} safety={safety} />
      <ConcernSection
        t={t}
        state={{ ...blank, scope: 'concern' }}
        submissionKey={request.newKey()}
        trajectoryId={trajectoryId}
        toSafety={false}
      />
      {safety.redFlags.length > 0 && (
        <section>
          <Heading>{t('safety.flags')}</Heading>
          <Text>{t('safety.flags-text')}</Text>
          <p class="naast-actions">
            <ButtonLink href={paths.safety.redFlags(trajectoryId)} kind="secondary">
              {t('safety.check-flags')}
            </ButtonLink>
          </p>
          {file && <Checks {...parts} file={file} />}
        </section>
      )}
      {file && (
        <section>
          <Heading>{t('around.title')}</Heading>
          <Text>{t('around.go-text')}</Text>
          <p class="naast-actions">
            <ButtonLink href={paths.around.list(trajectoryId)} kind="secondary">
              {t('around.go', { name: safety.name })}
            </ButtonLink>
          </p>
        </section>
      )}
      {file && (
        <Plan {...parts} file={file} personId={safety.personId} cardNotOnPaper={safety.cardNotOnPaper} />
      )}
      {file && <Kindchecks {...parts} file={file} />}
      {file && (
        <section>
          <Heading>{t('incident.title')}</Heading>
          <p class="naast-actions">
            <ButtonLink href={`${paths.incident.record()}?about=${trajectoryId}`} kind="secondary">
              {t('incident.do-record')}
            </ButtonLink>
          </p>
        </section>
      )}
      {(mayOpen || lines.length > 0) && <MeldcodeSection {...parts} lines={lines} mayOpen={mayOpen} />}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

interface ConcernsProps {
  readonly t: T
  readonly today: Temporal.PlainDate
  readonly safety: SafetyPage
}

const Concerns = ({ t, today, safety }: ConcernsProps) => (
  <section>
    <Heading>{t('safety.concerns')}</Heading>
    {safety.concerns.length === 0 && (
      <Text quiet>{t(safety.file ? 'safety.no-concerns' : 'safety.no-own-concerns')}</Text>
    )}
    {safety.concerns.map((concern) => (
      <Card
        key={concern.id}
        level={3}
        title={t(`concern.state.${concern.state}`)}
        href={paths.concern.one(concern.id)}
        tag={concernTag(t, concern)}
      >
        <Text>{t.day(concern.raisedAt.toPlainDate(), today)}</Text>
        {concern.words && <Text>{concern.words}</Text>}
      </Card>
    ))}
  </section>
)

export const safetyRoutes: readonly Route[] = [
  staffRoute({
    path: paths.safety.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => showSafety(request),
  }),
]
