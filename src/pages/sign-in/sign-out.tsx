import { ButtonLink, Heading, Text } from '#pages/look/parts.tsx'
import { type AnswerHeaders, anyoneRoute, page, type Route, seeOther, withCookies } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'

/** Tells the browser to throw away all it kept of us (ASVS 14.3.1). */
export const clearAll: AnswerHeaders = [['clear-site-data', '"cache", "cookies", "storage"']]

export const signOutRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.signOut(),
    async post({ signIn, caller }) {
      const cookies = await signIn.signOut(caller)
      return withCookies({ ...seeOther(paths.signedOut()), headers: clearAll }, cookies)
    },
  }),
  anyoneRoute({
    path: paths.signedOut(),
    get: async ({ t }) =>
      page(
        t('sign-in.out-title'),
        <>
          <Heading level={1}>{t('sign-in.out-title')}</Heading>
          <Text>{t('sign-in.out-text')}</Text>
          <ButtonLink href={paths.signIn()}>{t('sign-in.out-again')}</ButtonLink>
        </>,
        { frame: 'public', headers: clearAll },
      ),
  }),
]
