import { type Cents, plainEuros } from '#domain/money.ts'

/** What a bank needs to know, and all that leaves: who gets how much, on which account, with words that tell nothing. */
export interface PaymentFile {
  /** The same each time the file is made: a bank refuses the second. */
  readonly messageId: string
  readonly madeAt: Temporal.Instant
  readonly payOn: Temporal.PlainDate
  readonly from: Account
  readonly payments: readonly Payment[]
  /** `Vergoeding november 2026`; no programme, no name of anybody. */
  readonly remittance: string
}
export interface Account {
  readonly name: string
  readonly iban: string
}
export interface Payment extends Account {
  readonly endToEndId: string
  readonly cents: Cents
}

export const sumOf = (payments: readonly Pick<Payment, 'cents'>[]): Cents =>
  payments.reduce((sum, { cents }) => sum + cents, 0)

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** In the letters that every bank of the scheme can read (EPC217-08); what has none there is a full stop. */
export const bankLetters = (text: string, most: number): string =>
  [...text]
    .map((sign) => letters[sign] ?? sign)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’`]/g, "'")
    .replace(/[^A-Za-z0-9/?:().,'+ -]/g, '.')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .trim()

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const tag = (name: string, ...inner: readonly string[]): string => `<${name}>${inner.join('')}</${name}>`
const text = (name: string, words: string): string => tag(name, escaped(words))
const account = ({ iban }: Account): string => tag('Id', text('IBAN', iban))
/** The bank is found by the account number. */
const anyBank = tag('FinInstnId', tag('Othr', text('Id', 'NOTPROVIDED')))

/** ISO 20022, customer credit transfer initiation, version 9, with what the SEPA scheme asks of it. */
export function writePain001({ messageId, madeAt, payOn, from, payments, remittance }: PaymentFile): string {
  const totals = [text('NbOfTxs', String(payments.length)), text('CtrlSum', plainEuros(sumOf(payments)))]
  const debtor = text('Nm', bankLetters(from.name, 70))
  const header = tag(
    'GrpHdr',
    text('MsgId', messageId),
    text('CreDtTm', madeAt.round('second').toString({ smallestUnit: 'second' })),
    ...totals,
    tag('InitgPty', debtor),
  )
  const instruction = tag(
    'PmtInf',
    text('PmtInfId', messageId),
    text('PmtMtd', 'TRF'),
    ...totals,
    tag('PmtTpInf', tag('SvcLvl', text('Cd', 'SEPA'))),
    tag('ReqdExctnDt', text('Dt', payOn.toString())),
    tag('Dbtr', debtor),
    tag('DbtrAcct', account(from)),
    tag('DbtrAgt', anyBank),
    text('ChrgBr', 'SLEV'),
    ...payments.map((payment) =>
      tag(
        'CdtTrfTxInf',
        tag('PmtId', text('EndToEndId', payment.endToEndId)),
        tag('Amt', `<InstdAmt Ccy="EUR">${plainEuros(payment.cents)}</InstdAmt>`),
        tag('Cdtr', text('Nm', bankLetters(payment.name, 70))),
        tag('CdtrAcct', account(payment)),
        tag('RmtInf', text('Ustrd', bankLetters(remittance, 140))),
      ),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">${tag('CstmrCdtTrfInitn', header, instruction)}</Document>\n`
}
