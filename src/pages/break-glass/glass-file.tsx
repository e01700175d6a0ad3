import type { Address } from '#domain/person/person.ts'
import { glassRoles } from '#pages/break-glass/open-page.tsx'
import { clockTime } from '#pages/concern/clock-time.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import { SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import type { T } from '#pages/words/words.ts'
import { endBreakGlass } from '#usecases/break-glass/end-break-glass.ts'
import { type GlassFile, readGlassFile } from '#usecases/break-glass/read-glass-file.ts'

/** What is needed now, to read and nothing else. */
async function show({ context, actor, t, today, host, params }: StaffRequest) {
  const file = await readGlassFile(context, actor, { id: params.id ?? '' })
  const danger = file.trajectories.flatMap(({ flags }) => flags)
  return page(
    file.name,
    <>
      <Heading level={1}>{file.name}</Heading>
      <Text lead>{t('glass.file-lead', { time: clockTime(file.until) })}</Text>
      {(file.category === 'danger_now' || file.category === 'child') && <Emergency t={t} />}
      {danger.length > 0 && (
        <Notice tone="danger" title={t('glass.flags')}>
          <ul class="naast-list">
            {danger.map(({ label, highest, notedOn }) => (
              <li key={`${label[t.language]}${notedOn}`}>
                {label[t.language]} ({t.day(notedOn, today)}){' '}
                {highest && <Tag tone="danger">{t('safety.highest')}</Tag>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SafeContactRule
        t={t}
        policy={file.safeContact}
        phone={file.phone}
        email={file.email}
        at={context.now().toZonedDateTimeISO(host.zone)}
      />
      <Home t={t} file={file} />
      <Heading>{t('glass.about')}</Heading>
      <Summary
        rows={[
          [t('glass.birth-day-known'), file.birthDay && t.longDay(file.birthDay)],
          [t('glass.languages'), file.languages.map((language) => t.languageName(language)).join(', ')],
          [t('glass.interpreter'), file.interpreter && t.languageName(file.interpreter)],
        ]}
      />
      {file.trajectories.map((one) => (
        <section key={one.id}>
          <Heading>{one.programme[t.language]}</Heading>
          <Summary
            rows={[
              [t('glass.state'), t(`trajectory.state.${one.state}`)],
              [t('glass.coordinator'), one.coordinator],
              [t('glass.worker'), one.worker],
              [t('glass.last-contact'), one.lastContactOn && t.day(one.lastContactOn, today)],
              [t('glass.next-contact'), one.nextContactOn && t.day(one.nextContactOn, today)],
            ]}
          />
          {one.concerns.length > 0 && (
            <>
              <Heading level={3}>{t('glass.concerns')}</Heading>
              <ul class="naast-list">
                {one.concerns.map(({ id, level, raisedAt }) => (
                  <li key={id}>
                    {t(`concern.level.${level}`)}, {t.day(raisedAt.toPlainDate(), today)}{' '}
                    {clockTime(raisedAt)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
      <Text quiet>{t('glass.not-here')}</Text>
      <form method="post" action={paths.breakGlass.end(file.id)} class="naast-buttons">
        <SubmitButton kind="secondary">{t('glass.end')}</SubmitButton>
      </form>
    </>,
    { place: paths.today() },
  )
}

/** Where help has to go; folded away, and not at all where nobody may find her. */
const Home = ({ t, file: { address, secretHome } }: { t: T; file: GlassFile }) =>
  secretHome ? (
    <Text>{t('glass.secret-home')}</Text>
  ) : address ? (
    <details class="naast-more">
      <summary>{t('glass.show-address')}</summary>
      <Text>{written(address)}</Text>
    </details>
  ) : null

const written = ({ street, houseNumber, postcode, place }: Address): string =>
  [
    [street, houseNumber],
    [postcode, place],
  ]
    .map((line) => line.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ')

export const glassFileRoutes: readonly Route[] = [
  staffRoute({ path: paths.breakGlass.file(':id'), who: glassRoles, get: show }),
  staffRoute({
    path: paths.breakGlass.end(':id'),
    who: glassRoles,
    post: async ({ context, actor, params, signIn }) => {
      await endBreakGlass(context, actor, { id: params.id ?? '' })
      signIn.memberChanged(actor.orgId, actor.memberId)
      return seeOther(paths.today(), 'glass.said.ended')
    },
  }),
]
