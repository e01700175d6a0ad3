import { readTypedDay } from '#domain/typed-day.ts'
import type { Form } from '#pages/form-data.ts'
import { ButtonLink, Heading, Notice, Text } from '#pages/look/parts.tsx'
import { page, type StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** Shows a key on the answer itself: in a URL, or behind a redirect, it would be kept somewhere. */
export const newKeyPage = (t: T, { name, key }: { name: string; key: string }) =>
  page(
    t('service.made-title', { name }),
    <>
      <Heading level={1}>{t('service.made-title', { name })}</Heading>
      <Notice tone="attention" title={t('service.made-once')}>
        <p class="utrecht-paragraph">
          <code>{key}</code>
        </p>
        <Text>{t('service.made-text')}</Text>
      </Notice>
      <ButtonLink href={paths.service.list()} kind="secondary">
        {t('service.back')}
      </ButtonLink>
    </>,
    { place: paths.service.list() },
  )

/** As a day if it can be read as one; as typed if not, so that the command names it with all that is wrong. */
export function dayTyped(form: Form, name: string, today: Temporal.PlainDate) {
  const text = form.optional(name)
  return text === null ? null : (readTypedDay(text, { today }) ?? text)
}

/** What a secret is made of: the same form sent twice shows the same one. It is in this form and nowhere else. */
export const Once = ({ request: { form, context } }: { request: StaffRequest }) => (
  <input type="hidden" name="once" value={form.optional('once') ?? context.newSecret()} />
)
export const secretForm = (form: Form) => ({ key: form.key, once: form.optional('once') })
