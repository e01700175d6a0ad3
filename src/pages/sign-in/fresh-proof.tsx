import { roles } from '#domain/member/role.ts'
import { type Form, formOf } from '#pages/form-data.ts'
import { Buttons, ErrorSummary, type FormState, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type PageAnswer, page, type Route, seeOther, staffRoute, withCookies } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { PasskeyButton, passkeyIsland } from '#pages/sign-in/passkey-button.tsx'
import type { T } from '#pages/words/words.ts'
import type { FreshProof, PasskeyOffer, ProofWay } from '#usecases/sign-in/sign-in-port.ts'

/** What a form of any page brings along when somebody shows, in between, that it is she. */
export const proofField = 'proof'

export const bringsProof = (form: Form): boolean => form.entries().some(([name]) => name === proofField)

export const problemOfProof = (proof: FreshProof): Problem =>
  proof === 'proved'
    ? noProblem
    : { ...noProblem, refused: { code: proof === 'slow-down' ? 'slow-down' : 'code-refused', detail: {} } }

/** Never written back into a page. */
const secrets: readonly string[] = [proofField, 'current', 'next', 'password']

interface Asked {
  readonly t: T
  /** What was asked for: a form that was sent, or a page that is opened. */
  readonly method: 'get' | 'post'
  readonly path: string
  readonly form: Form
  readonly ways: readonly ProofWay[]
  /** For a passkey of hers, if she has one. */
  readonly passkey: PasskeyOffer | null
  readonly problem: Problem
}

/**
 * Stands between what was asked and its answer: what she typed lies in this page, unsent, and goes with the proof to where
 * it went. Nothing is kept by the server or the browser meanwhile.
 */
export const freshProofPage = ({ t, method, path, form, ways, passkey, problem }: Asked): PageAnswer => {
  const state: FormState = { t, form: formOf(null), problem }
  const kept = method === 'get' ? [['to', path] as const] : form.entries()
  const answer = page(
    t('sign-in.proof-title'),
    <>
      <Heading level={1}>{t('sign-in.proof-title')}</Heading>
      <Text>{t('sign-in.proof-why')}</Text>
      {ways.length === 0 && !passkey ? (
        <Notice tone="attention">
          <Text>{t('sign-in.proof-none')}</Text>
        </Notice>
      ) : (
        <form
          method="post"
          action={method === 'get' ? paths.freshProof() : path}
          class="naast-form"
          noValidate
        >
          <ErrorSummary state={state} />
          {kept
            .filter(([name]) => !secrets.includes(name))
            .map(([name, value], at) => (
              <textarea key={at} name={name} hidden readOnly>
                {value}
              </textarea>
            ))}
          {ways.length === 0 ? (
            <input type="hidden" name={proofField} />
          ) : ways.includes('code') ? (
            <TextField
              state={state}
              name={proofField}
              label={t('sign-in.code')}
              hint={t('sign-in.code-text')}
              inputMode="numeric"
              autoComplete="one-time-code"
              width={10}
            />
          ) : (
            <>
              <Text>{t('sign-in.proof-press')}</Text>
              <input type="hidden" name={proofField} value="press" />
            </>
          )}
          {ways.length > 0 && (
            <Buttons>
              <SubmitButton>{t('sign-in.proof-submit')}</SubmitButton>
            </Buttons>
          )}
          {passkey && (
            <PasskeyButton t={t} kind="get" offer={passkey} field={proofField}>
              {t('sign-in.proof-passkey')}
            </PasskeyButton>
          )}
        </form>
      )}
      <Link href={paths.today()}>{t('sign-in.proof-back')}</Link>
    </>,
    { status: 401, islands: passkey ? [passkeyIsland] : [] },
  )
  return passkey ? withCookies(answer, passkey.cookies) : answer
}

/** A page of our own, and nothing that a browser takes for another host's. */
const ourOwn = (to: string): string => (/^\/(?![/\\])[\x20-\x7e]*$/.test(to) ? to : paths.today())

/** Where a proof goes that was asked before a page opens: the site has judged it by now, so on she goes. */
export const freshProofRoutes: readonly Route[] = [
  staffRoute({
    path: paths.freshProof(),
    who: roles,
    post: async ({ form }) => seeOther(ourOwn(form.text('to'))),
  }),
]
