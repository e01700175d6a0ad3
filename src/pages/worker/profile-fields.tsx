import {
  backgrounds,
  childSituations,
  dayParts,
  emptyProfile,
  interests,
  knownProfile,
  type Profile,
  weekdays,
} from '#domain/worker/profile.ts'
import type { Form } from '#pages/form-data.ts'
import { Checkboxes, type FormState } from '#pages/look/form.tsx'
import type { T } from '#pages/words/words.ts'

/** What two people are matched on, the same questions for both; shared by a worker's file and a woman's wishes. */
export const ProfileFields = ({ state, prefix }: { state: FormState; prefix: string }) => {
  const { t } = state
  return (
    <>
      <div class="naast-columns">
        <Checkboxes
          state={state}
          name={`${prefix}.backgrounds`}
          label={t('profile.backgrounds')}
          hint={t('profile.backgrounds-hint')}
          optional
          options={backgrounds.map((value) => ({ value, label: t(`profile.background.${value}`) }))}
        />
      </div>
      <div class="naast-columns">
        <Checkboxes
          state={state}
          name={`${prefix}.interests`}
          label={t('profile.interests')}
          optional
          options={interests.map((value) => ({ value, label: t(`profile.interest.${value}`) }))}
        />
      </div>
      <div class="naast-columns">
        <Checkboxes
          state={state}
          name={`${prefix}.childSituations`}
          label={t('profile.child-situations')}
          optional
          options={childSituations.map((value) => ({ value, label: t(`profile.child-situation.${value}`) }))}
        />
      </div>
      <Week state={state} name={`${prefix}.availability`} />
    </>
  )
}

/** The week as a table of boxes: a day a row, so that it fits on a phone. */
const Week = ({ state: { t, form }, name }: { state: FormState; name: string }) => {
  const chosen = form.all(name)
  return (
    <fieldset class="utrecht-form-fieldset naast-choices">
      <legend class="utrecht-form-label">
        {t('profile.availability')} <span class="naast-optional">{t('frame.optional')}</span>
      </legend>
      <table class="naast-week">
        <thead>
          <tr>
            <td />
            {dayParts.map((part) => (
              <th key={part} scope="col">
                {t(`profile.part.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">{t(`profile.day.${day}`)}</th>
              {dayParts.map((part) => (
                <td key={part}>
                  <label class="naast-week__slot">
                    <input
                      class="utrecht-checkbox utrecht-checkbox--html-input"
                      type="checkbox"
                      name={name}
                      value={`${day}_${part}`}
                      checked={chosen.includes(`${day}_${part}`)}
                      aria-label={`${t(`profile.day.${day}`)} ${t(`profile.part.${part}`)}`}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

/** What the fields say. Codes that no list has are dropped: only a form of somebody else's making has them. */
export const readProfile = (form: Form, prefix: string): Profile =>
  knownProfile({
    ...emptyProfile,
    backgrounds: form.all(`${prefix}.backgrounds`),
    interests: form.all(`${prefix}.interests`),
    childSituations: form.all(`${prefix}.childSituations`),
    availability: form.all(`${prefix}.availability`),
  })

export const filledProfile = (profile: Profile, prefix: string): Record<string, readonly string[]> => ({
  [`${prefix}.backgrounds`]: profile.backgrounds,
  [`${prefix}.interests`]: profile.interests,
  [`${prefix}.childSituations`]: profile.childSituations,
  [`${prefix}.availability`]: profile.availability,
})

/** `maandagochtend` for `mon_morning`. */
export function slotWords(t: T, slot: string): string {
  const day = weekdays.find((one) => slot.startsWith(one))
  const part = dayParts.find((one) => slot.endsWith(one))
  if (!day || !part) return slot
  const name = t(`profile.day.${day}`)
  // Within a sentence, where Dutch writes a day small.
  return t('profile.slot', {
    day: t.language === 'nl' ? name.toLowerCase() : name,
    part: t(`profile.part.${part}`),
  })
}
