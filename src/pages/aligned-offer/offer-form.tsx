import type { Form } from '#pages/form-data.ts'
import { Checkboxes, type FormState, Pair, TextField } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'

interface Worker {
  readonly workerId: string
  readonly name: string
}

interface Terms {
  readonly workers: readonly Worker[]
  readonly group: { readonly facilitatorIds: readonly string[] } | null
}

/** Postcode and house number of where something meets: to be compared, never read back. */
export const DoorFields = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <Pair>
        <TextField
          state={state}
          name="door.postcode"
          label={t('aligned.door-postcode')}
          width={10}
          optional
        />
        <TextField
          state={state}
          name="door.houseNumber"
          label={t('aligned.door-number')}
          width={4}
          optional
        />
      </Pair>
      <Text quiet>{t('aligned.door-hint')}</Text>
    </>
  )
}

/** What was typed of a door; nothing of it is another thing than half of it. */
export const typedDoor = (form: Form) => {
  const [postcode, houseNumber] = [form.text('door.postcode'), form.text('door.houseNumber')]
  return postcode === '' && houseNumber === '' ? null : { postcode, houseNumber }
}

/** Who may lead what stands beside a group: nobody who leads the group itself. */
export const besideHer = ({ workers, group }: Terms): readonly Worker[] =>
  workers.filter(({ workerId }) => !group?.facilitatorIds.includes(workerId))

/** What may be changed of an offer at any time. */
export const OfferFields = ({ state, workers }: { state: FormState; workers: readonly Worker[] }) => {
  const { t } = state
  return (
    <>
      <TextField state={state} name="title" label={t('aligned.name')} hint={t('aligned.name-hint')} />
      <TextField state={state} name="location" label={t('aligned.location')} optional />
      <DoorFields state={state} />
      {workers.length > 0 && (
        <Checkboxes
          state={state}
          name="staffIds"
          label={t('aligned.staff')}
          hint={t('aligned.staff-hint')}
          options={workers.map(({ workerId, name }) => ({ value: workerId, label: name }))}
          optional
        />
      )}
    </>
  )
}

export const offerTyped = (form: Form) => ({
  title: form.text('title'),
  location: form.optional('location'),
  door: typedDoor(form),
  staffIds: [...form.all('staffIds')],
})

/** A whole number as it was typed; anything else is said at its field. */
export const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN)
