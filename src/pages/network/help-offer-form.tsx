import { splitAreas } from '#domain/area/typed-areas.ts'
import { helpCategories, helpTargets } from '#domain/network/help-offer.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { Checkboxes, type FormState, Pair, Select, TextArea, TextField } from '#pages/look/form.tsx'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { Invalid } from '#usecases/failure.ts'
import type { OfferView } from '#usecases/network/offer-view.ts'

export const HelpOfferFields = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <Pair>
        <Select
          state={state}
          name="category"
          label={t('help.need')}
          empty=""
          options={helpCategories.map((one) => ({ value: one, label: t(`help.category.${one}`) }))}
        />
        <Select
          state={state}
          name="target"
          label={t('network.target')}
          empty=""
          options={helpTargets.map((one) => ({ value: one, label: t(`help.target.${one}`) }))}
        />
      </Pair>
      <TextArea
        state={state}
        name="words"
        label={t('network.words')}
        hint={t('network.words-hint')}
        optional
      />
      <TextField
        state={state}
        name="waitingWeeks"
        label={t('network.waiting-weeks')}
        hint={t('network.waiting-hint')}
        inputMode="numeric"
        width={4}
        optional
      />
      <TextArea
        state={state}
        name="areas"
        label={t('network.offer-areas')}
        hint={t('network.areas-hint')}
        rows={2}
        optional
      />
      <details class="naast-more" open={state.form.all('languages').length > 0}>
        <summary>{t('network.languages')}</summary>
        <Checkboxes
          state={state}
          name="languages"
          label={t('network.languages')}
          optional
          row
          options={spokenLanguages.map((code) => ({ value: code, label: t.languageName(code) }))}
        />
      </details>
    </>
  )
}

export const filledWithOffer = (offer: OfferView): Form =>
  filledForm({
    category: offer.category,
    target: offer.target,
    words: offer.words,
    waitingWeeks: offer.waitingWeeks === null ? null : String(offer.waitingWeeks),
    areas: offer.ownAreas.join('\n'),
    languages: offer.languages,
  })

/** What was typed, as the command wants it. */
export function offerIn(form: Form) {
  const category = helpCategories.find((one) => one === form.text('category'))
  const target = helpTargets.find((one) => one === form.text('target'))
  const typed = form.optional('waitingWeeks')
  const problems = {
    ...(category ? {} : { category: 'choose-one' }),
    ...(target ? {} : { target: 'choose-one' }),
    ...(typed !== null && !/^\d{1,3}$/.test(typed) ? { waitingWeeks: 'not-a-number-of-weeks' } : {}),
  }
  if (!category || !target || Object.keys(problems).length > 0) throw new Invalid(problems)
  return {
    category,
    target,
    languages: spokenLanguages.filter((code) => form.checked('languages', code)),
    areas: splitAreas(form.text('areas')),
    waitingWeeks: typed === null ? null : Number(typed),
    words: form.optional('words'),
  }
}
