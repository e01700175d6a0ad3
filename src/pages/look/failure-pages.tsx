import type { ComponentChildren } from 'preact'
import type { Form } from '#pages/form-data.ts'
import { SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type PageAnswer, page } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { refusalWords } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { type Invalid, Refused } from '#usecases/failure.ts'

/** What does not exist, and what is not for you, look the same. */
export const notFoundPage = (t: T): PageAnswer =>
  page(
    t('frame.not-found-title'),
    <>
      <Heading level={1}>{t('frame.not-found-title')}</Heading>
      <Text>{t('frame.not-found-text')}</Text>
      <Link href={paths.home()}>{t('frame.home')}</Link>
    </>,
    { status: 404 },
  )

export const forbiddenPage = (t: T): PageAnswer =>
  page(
    t('frame.forbidden-title'),
    <>
      <Heading level={1}>{t('frame.forbidden-title')}</Heading>
      <Text>{t('frame.forbidden-text')}</Text>
      <Link href={paths.home()}>{t('frame.home')}</Link>
    </>,
    { status: 403 },
  )

/** A password is typed again, and so is a word for being out: they are never written back into a page. */
const isNoSecret = ([name]: readonly [string, string]): boolean =>
  !['current', 'next', 'password', 'code', 'word', 'safe', 'duress'].includes(name)

/**
 * The session ended while she was typing. What she typed stays on this page, unsent: she signs in again in another
 * window and sends it from here. Nothing is kept by the server or the browser meanwhile.
 */
export const heldFormPage = (t: T, path: string, form: Form, before: ComponentChildren = null): PageAnswer =>
  heldPage(t, path, form, {
    title: t('frame.held-title'),
    text: t('frame.held-text'),
    to: paths.signIn(),
    way: t('frame.held-sign-in'),
    before,
  })

/** The same for who is in, but must show or make a passkey first: the day on which that is asked began meanwhile. */
export const gatedFormPage = (t: T, path: string, { form, to }: { form: Form; to: string }): PageAnswer =>
  heldPage(t, path, form, {
    title: t('sign-in.gate-title'),
    text: t('sign-in.gate-held'),
    to,
    way: t('sign-in.gate-way'),
    before: null,
  })

interface Held {
  readonly title: string
  readonly text: string
  readonly to: string
  readonly way: string
  readonly before: ComponentChildren
}
const heldPage = (t: T, path: string, form: Form, { title, text, to, way, before }: Held): PageAnswer =>
  page(
    title,
    <>
      {before}
      <Heading level={1}>{title}</Heading>
      <Text>{text}</Text>
      <p class="utrecht-paragraph">
        <a class="utrecht-link" href={to} target="_blank" rel="noopener">
          {way}
        </a>
      </p>
      <form method="post" action={path} class="naast-form">
        {form
          .entries()
          .filter(isNoSecret)
          .map(([name, value], at) => (
            <textarea key={at} name={name} hidden readOnly>
              {value}
            </textarea>
          ))}
        <SubmitButton>{t('frame.held-send')}</SubmitButton>
      </form>
    </>,
    { status: 401, frame: 'public' },
  )

const statusOf = { 'too-large': 413, unreadable: 400, refused: 409, bug: 500 } as const

/** Something stood in the way that no form could show. Says what to do; a bug only gets a number to mention. */
export const troublePage = (
  t: T,
  kind: keyof typeof statusOf,
  requestId: string,
  error?: Refused | Invalid,
): PageAnswer => {
  const title = kind === 'bug' ? t('frame.error-title') : t('frame.problem-title')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {kind === 'too-large' && <Text>{t('frame.too-large')}</Text>}
      {kind === 'unreadable' && <Text>{t('frame.unreadable')}</Text>}
      {kind === 'refused' && (
        <Text>{error instanceof Refused ? refusalWords(t, error) : t('field.not-valid')}</Text>
      )}
      {kind === 'bug' && (
        <Text>
          {t('frame.error-text')} <code>{requestId.slice(0, 8)}</code>
        </Text>
      )}
      <Link href={paths.home()}>{t('frame.home')}</Link>
    </>,
    { status: statusOf[kind] },
  )
}
