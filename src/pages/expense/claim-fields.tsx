import { claimFieldNames } from '#domain/expense/claim-answers.ts'
import { otherKinds } from '#domain/expense/expense.ts'
import { plainEuros } from '#domain/money.ts'
import { type FormState, Pair, Select, TextField } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import type { ClaimAt } from '#usecases/expense/claim-at.ts'

const typedMoney = (cents: number | null): string | null =>
  cents === null ? null : plainEuros(cents).replace('.', ',')

/** What was claimed already, as it is typed. */
export const filledClaim = (claim: ClaimAt): Record<string, string | null> =>
  claim
    ? {
        kilometres: claim.kilometres === null ? null : String(claim.kilometres),
        publicTransport: typedMoney(claim.publicTransport),
        otherKind: claim.otherKind,
        otherAmount: typedMoney(claim.other),
      }
    : {}

/** What the visit cost her: folded away, as most visits cost nothing. Never asks where she was. */
export const ClaimFields = ({ state, claim }: { state: FormState; claim: ClaimAt }) => {
  const { t, form, problem } = state
  if (!claim) return null
  if (claim.decided) return <Text quiet>{t('expense.decided')}</Text>
  const open = claimFieldNames.some((name) => form.text(name) !== '' || problem.fields[name])
  return (
    <details open={open}>
      <summary>{t('expense.claim')}</summary>
      <input type="hidden" name="claim" value="yes" />
      <Pair>
        {claim.kilometresGiven && (
          <TextField
            state={state}
            name="kilometres"
            label={t('expense.field.kilometres')}
            hint={t('expense.field.kilometres-hint')}
            inputMode="numeric"
            width={4}
            optional
          />
        )}
        <TextField
          state={state}
          name="publicTransport"
          label={t('expense.field.public-transport')}
          hint={t('expense.field.money-hint')}
          width={10}
          optional
        />
      </Pair>
      <Pair>
        <Select
          state={state}
          name="otherKind"
          label={t('expense.field.other-kind')}
          empty={t('expense.field.nothing-else')}
          options={otherKinds.map((kind) => ({ value: kind, label: t(`expense.kind.${kind}`) }))}
          optional
        />
        <TextField
          state={state}
          name="otherAmount"
          label={t('expense.field.other-amount')}
          hint={t('expense.field.money-hint')}
          width={10}
          optional
        />
      </Pair>
      <Text quiet>{t('expense.claim-hint')}</Text>
    </details>
  )
}
