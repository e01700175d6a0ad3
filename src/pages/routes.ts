import { homeRoutes } from '#pages/home/home.tsx'
import type { Route } from '#pages/page.ts'

/** Every page of the product. A house test holds this table against the authorization matrix. */
export const routes: readonly Route[] = [...homeRoutes]
