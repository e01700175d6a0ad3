import { readTypedKilometres } from '#domain/expense/claim.ts'
import { otherKinds } from '#domain/expense/expense.ts'
import { readTypedMoney } from '#domain/money.ts'

export const claimFieldNames = ['kilometres', 'publicTransport', 'otherKind', 'otherAmount'] as const

/** What can't be read goes on as no number, to be refused by name; `null` where nothing was asked. */
export function readClaim(answers: { text(name: string): string }) {
  if (answers.text('claim') !== 'yes') return null
  const typed = (name: string, read: (text: string) => number | null): number | null => {
    const text = answers.text(name)
    return text === '' ? null : (read(text) ?? Number.NaN)
  }
  return {
    kilometres: typed('kilometres', readTypedKilometres),
    publicTransport: typed('publicTransport', readTypedMoney),
    otherKind: otherKinds.find((kind) => kind === answers.text('otherKind')) ?? null,
    other: typed('otherAmount', readTypedMoney),
  }
}

/** Problems of a claim, by the fields of the form. */
export const onClaimFields = (name: string): string =>
  name === 'claim.other' ? 'otherAmount' : name.replace(/^claim\./, '')
