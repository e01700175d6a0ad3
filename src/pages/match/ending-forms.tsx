import { afterAnswers } from '#domain/match/after.ts'
import { changeReasons, goodEndings } from '#domain/match/match.ts'
import { typed } from '#pages/contact/typed.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  Radios,
  Select,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { Folded, faulty, formState, LifeForm, type Shown } from '#pages/match/life-form.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { waitingPlaces } from '#usecases/match/wait-again.ts'

/** An ending that is planned together: the last visit has a day that everybody knows. */
export const LastVisit = (shown: Shown) => {
  const { t } = shown.request
  const { taper, lifeAbilities } = shown.match
  const day = taper.lastVisitOn ?? taper.usual
  const state = formState(shown, { doing: 'taper', known: { lastVisitOn: day && typed(day) } })
  const title = t(lifeAbilities.moveLastVisit ? 'match.taper-move' : 'match.taper-title')
  return (
    <Folded title={title} open={faulty(state)}>
      <Text>{t('match.taper-hint')}</Text>
      <LifeForm shown={shown} state={state} doing="taper">
        <DayField state={state} name="lastVisitOn" label={t('match.last-visit-on')} />
        <Buttons>
          <SubmitButton kind="secondary">{title}</SubmitButton>
        </Buttons>
      </LifeForm>
      {lifeAbilities.moveLastVisit && (
        <form method="post">
          <input type="hidden" name="key" value={shown.request.newKey()} />
          <input type="hidden" name="version" value={shown.match.version} />
          <input type="hidden" name="do" value="stop-tapering" />
          <SubmitButton kind="secondary">{t('match.taper-stop')}</SubmitButton>
        </form>
      )}
    </Folded>
  )
}

/** The last visit was held: what it came to; after that her trajectory is closed with its own questions. */
export const Farewell = (shown: Shown) => {
  const { t, today } = shown.request
  const { taper, trajectoryId } = shown.match
  const state = formState(shown, {
    doing: 'last-visit',
    names: { on: 'heldOn', reason: 'lastReason' },
    known: { heldOn: taper.lastVisitOn && typed(taper.lastVisitOn) },
  })
  if (taper.heldOn)
    return (
      <section>
        <Heading>{t('match.farewell-done')}</Heading>
        <Text>{t('match.farewell-held', { day: t.day(taper.heldOn, today) })}</Text>
        <p class="naast-actions">
          <ButtonLink href={paths.closing(trajectoryId)}>{t('match.farewell-close')}</ButtonLink>
        </p>
        {shown.match.lifeAbilities.endWell && <GoesOn {...shown} />}
      </section>
    )
  return (
    <section>
      <Heading>{t('match.farewell-title')}</Heading>
      {taper.lastVisitOn && (
        <Text lead>{t('match.last-visit-is', { day: t.day(taper.lastVisitOn, today) })}</Text>
      )}
      <LifeForm shown={shown} state={state} doing="last-visit">
        <DayField state={state} name="heldOn" label={t('match.farewell-on')} />
        <Radios
          state={state}
          name="lastReason"
          label={t('match.farewell-reason')}
          options={goodEndings.map((value) => ({ value, label: t(`match.end-reason.${value}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('match.farewell-save')}</SubmitButton>
        </Buttons>
      </LifeForm>
    </section>
  )
}

/** It ended well and her trajectory goes on: with somebody else, or after a rest in which somebody asks how she is. */
const GoesOn = (shown: Shown) => {
  const { t, today } = shown.request
  const { askedOn } = shown.match.taper
  const state = formState(shown, { doing: 'end-well', names: { waits: 'wellWaits' } })
  return (
    <Folded title={t('match.well-title')} open={faulty(state)}>
      <LifeForm shown={shown} state={state} doing="end-well">
        <Radios
          state={state}
          name="goesOn"
          label={t('match.well-how')}
          options={[
            { value: 'waits', label: t('match.well.waits') },
            ...(askedOn
              ? [{ value: 'rests', label: t('match.well.rests', { day: t.day(askedOn, today) }) }]
              : []),
          ]}
        />
        <WaitingPlace t={t} state={state} name="wellWaits" />
        <Buttons>
          <SubmitButton>{t('match.well-save')}</SubmitButton>
        </Buttons>
      </LifeForm>
    </Folded>
  )
}

/** Where on the list she waits again. */
export const WaitingPlace = ({ t, state, name }: { t: T; state: FormState; name: string }) => (
  <Select
    state={state}
    name={name}
    label={t('match.waits-again')}
    options={waitingPlaces.map((value) => ({ value, label: t(`match.waits-again.${value}`) }))}
  />
)

/** She waits again, without fault of anybody. */
export const End = (shown: Shown) => {
  const { t } = shown.request
  const state = formState(shown, { doing: 'end', known: { waits: 'since_first_day' } })
  return (
    <Folded title={t('match.end-title')} open={faulty(state)}>
      <Text>{t('match.end-hint')}</Text>
      <LifeForm shown={shown} state={state} doing="end">
        <Radios
          state={state}
          name="reason"
          label={t('match.end-reason')}
          options={changeReasons.map((value) => ({ value, label: t(`match.end-reason.${value}`) }))}
        />
        <Radios
          state={state}
          name="waits"
          label={t('match.waits-again')}
          options={waitingPlaces.map((value) => ({
            value,
            label: t(`match.waits-again.${value}`),
          }))}
        />
        <Buttons>
          <SubmitButton kind="danger">{t('match.end')}</SubmitButton>
        </Buttons>
      </LifeForm>
    </Folded>
  )
}

/** How she is, some months later: asked by a person, in the way she may be reached. */
export const After = (shown: Shown) => {
  const { t, today } = shown.request
  const { after, lifeAbilities, personId } = shown.match
  if (!after) return null
  const state = formState(shown, { doing: 'after' })
  const answer = afterAnswers.find((one) => one === after.answer)
  return (
    <section>
      <Heading>{t('match.after-title')}</Heading>
      {answer && after.answeredOn ? (
        <>
          <Text lead>
            {t(`match.after.${answer}`)} ({t.day(after.answeredOn, today)})
          </Text>
          {after.note && <Text>{after.note}</Text>}
        </>
      ) : (
        <Text lead>{t('match.after-is', { day: t.longDay(after.on) })}</Text>
      )}
      {lifeAbilities.answerAfter && (
        <Folded title={t('match.after-answer')} open={faulty(state)}>
          <Text>{t('match.after-hint')}</Text>
          <Text>
            <Link href={paths.safeContact(personId)}>{t('match.after-reach')}</Link>
          </Text>
          <LifeForm shown={shown} state={state} doing="after">
            <Radios
              state={state}
              name="answer"
              label={t('match.after-how')}
              options={afterAnswers.map((value) => ({ value, label: t(`match.after.${value}`) }))}
            />
            <Checkboxes
              state={state}
              name="tryAgain"
              label={t('match.after-again')}
              options={[{ value: 'yes', label: t('match.after-again-yes') }]}
            />
            <TextArea state={state} name="note" label={t('match.after-note')} optional rows={3} />
            <Buttons>
              <SubmitButton>{t('match.after-save')}</SubmitButton>
            </Buttons>
          </LifeForm>
        </Folded>
      )}
    </section>
  )
}
