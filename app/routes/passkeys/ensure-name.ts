import { PersonName } from '~/domain/access/account-inputs'
import { Invalid } from '~/domain/shared/errors'

/** The name an invited person typed, as it is kept. @throws Invalid in the words of its form. */
export function ensureName({ name }: { name: string }): string {
  const parsed = PersonName.safeParse(name)
  if (parsed.success) return parsed.data
  throw new Invalid('name', parsed.error.issues[0]?.message ?? 'Enter a name.', 'name')
}
