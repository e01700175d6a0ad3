import { sizeWords } from '#pages/document/document-list.tsx'
import { Buttons, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { decideRemoval } from '#usecases/document/decide-removal.ts'
import { listRemovals } from '#usecases/document/list-removals.ts'
import { readRemoval } from '#usecases/document/read-removal.ts'

const decisions = ['remove', 'keep'] as const

/** What somebody asked to take out, without a name. */
async function list({ context, actor, t, today }: StaffRequest): Promise<Answer> {
  const asked = await listRemovals(context, actor, {})
  return page(
    t('document.removals'),
    <>
      <Heading level={1}>{t('document.removals')}</Heading>
      <Text lead>{t('document.removals-lead')}</Text>
      {asked.length === 0 && <Empty title={t('document.removals-none')} />}
      {asked.map(({ id, kind, reason, askedOn }) => (
        <Card key={id} title={t(`document.kind.${kind}`)} href={paths.document.removal(id)}>
          <Text>
            {reason && t(`document.reason.${reason}`)}
            {askedOn && `, ${t.day(askedOn, today)}`}
          </Text>
        </Card>
      ))}
    </>,
    { place: paths.today() },
  )
}

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, today, form } = request
  const one = await readRemoval(context, actor, { id: request.params.id ?? '' })
  const by = (name: string | null, day: Temporal.PlainDate | null) =>
    day && `${name ?? '—'}, ${t.day(day, today)}`
  return page(
    t('document.removal'),
    <>
      <Heading level={1}>{t('document.removal')}</Heading>
      <Summary
        rows={[
          [t('document.kind'), t(`document.kind.${one.kind}`)],
          [t('document.size'), sizeWords(t, one.size)],
          [t('document.added-by'), by(one.addedBy, one.addedOn)],
          [t('document.asked-by'), by(one.removalAskedBy, one.removalAskedOn)],
          [t('document.reason'), one.removalReason && t(`document.reason.${one.removalReason}`)],
        ]}
      />
      <Notice>
        <Text>{t('document.removal-text')}</Text>
      </Notice>
      <PostForm state={{ t, form, problem }} submissionKey={form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={one.version} />
        <Radios
          state={{ t, form, problem }}
          name="decision"
          label={t('document.decision')}
          options={decisions
            .filter((value) => value === 'keep' || one.mayRemove)
            .map((value) => ({ value, label: t(`document.decision.${value}`) }))}
        />
        {!one.mayRemove && <Text quiet>{t('refusal.document-other-person')}</Text>}
        <Buttons>
          <SubmitButton>{t('document.decide')}</SubmitButton>
          <Link href={paths.document.removals()}>{t('document.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.today() },
  )
}

async function decide(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  await decideRemoval(
    context,
    actor,
    {
      id: request.params.id ?? '',
      version: Number(form.text('version')),
      // Whatever else was sent is refused as no choice.
      decision: form.text('decision') as (typeof decisions)[number],
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.document.removals(), 'document.said.decided')
}

const who = ['privacy_officer'] as const
export const removalRoutes: readonly Route[] = [
  staffRoute({ path: paths.document.removals(), who, get: list }),
  staffRoute({
    path: paths.document.removal(':id'),
    who,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => decide(request),
        (problem) => show(request, problem),
      ),
  }),
]
