/**
 * What an administrator says about an OpenID provider, and what the screens show of one. The client
 * secret goes in and never comes out again.
 *
 *     IdentityProviderInput.parse({ …, issuer: 'https://login.clinic.example/realms/main' })
 */
import { z } from 'zod'
import { permissionRoles, type PermissionRole } from '~/domain/shared/vocabulary'

/** Domains in which everybody can have an address: whoever binds one would let in anybody. */
const publicDomains = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.de icloud.com me.com aol.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com'.split(
    ' ',
  ),
)

const domainShape =
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** Email domains as somebody types them, with blanks, commas or lines between them. */
export const EmailDomains = z
  .string({ message: 'Enter a domain such as clinic.example.' })
  .max(2000)
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((part) => part.replace(/^@/, ''))
        .filter((part) => part !== ''),
    ),
  ])
  .superRefine((domains, context) => {
    if (domains.length === 0) context.addIssue('Enter a domain such as clinic.example.')
    if (domains.length > 30) context.addIssue('A provider has at most 30 domains here.')
    for (const domain of domains.filter((part) => !domainShape.test(part)))
      context.addIssue(`“${domain}” is no domain; write it like clinic.example.`)
    for (const domain of domains.filter((part) => publicDomains.has(part)))
      context.addIssue(
        `Anybody can have an address at ${domain}. Bind a domain that is your organisation’s own.`,
      )
  })

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** Whether the address is on this very machine. */
export const isLoopback = (url: URL): boolean => loopbackHosts.includes(url.hostname)

/** Microsoft’s addresses for every organisation there is: their tokens may come from any of them. */
const isEveryTenant = (url: URL) =>
  url.hostname === 'login.microsoftonline.com' &&
  /^\/(common|organizations|consumers)(\/|$)/i.test(url.pathname)

export const Issuer = z
  .string({ message: 'Enter the address of the issuer.' })
  .trim()
  .max(500)
  .superRefine((text, context) => {
    let url: URL
    try {
      url = new URL(text)
    } catch {
      context.addIssue('Write the issuer as an address such as https://login.clinic.example.')
      return
    }
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
    if (!isSafe) context.addIssue('The address of the issuer starts with https://.')
    if (url.username || url.password || url.search || url.hash)
      context.addIssue('The address of the issuer has no user, query or fragment.')
    if (/\/\.well-known\//.test(url.pathname))
      context.addIssue('Leave out /.well-known/ and what follows; it is found by itself.')
    if (isEveryTenant(url))
      context.addIssue(
        'This address lets in every organisation that Microsoft has. Use the one with your own tenant’s id.',
      )
  })

/** Who is made at a first sign-in is never an administrator. */
export const newPersonRoles = permissionRoles.filter(
  (role): role is Exclude<PermissionRole, 'administrator'> => role !== 'administrator',
)

const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

const terms = {
  name: z
    .string({ message: 'Enter a name.' })
    .trim()
    .min(1, 'Enter a name.')
    .max(60, 'A name has at most 60 characters here.')
    .regex(/^[^\p{Cc}]*$/u, 'A name has no line breaks.'),
  clientId: z
    .string({ message: 'Enter the client ID.' })
    .trim()
    .min(1, 'Enter the client ID.')
    .max(300),
  /** Empty: none, or the one that is there. */
  clientSecret: z.preprocess(emptyAsNull, z.string().trim().max(1000).nullable()),
  domains: EmailDomains,
  createsPeople: z.preprocess((value) => value === 'on', z.boolean()),
  newPersonRole: z.enum(newPersonRoles as [string, ...string[]], {
    message: 'Choose a role other than administrator.',
  }) as unknown as z.ZodType<(typeof newPersonRoles)[number]>,
}

export const NewIdentityProviderInput = z.object({ ...terms, issuer: Issuer })
export type NewIdentityProviderInput = z.infer<typeof NewIdentityProviderInput>

/** The issuer stays: another one is another provider, whose subjects are other people. */
export const IdentityProviderInput = z.object({
  ...terms,
  /** Takes the secret away, for a client that needs none. */
  removesSecret: z.preprocess((value) => value === 'on', z.boolean()),
  version: z.coerce.number().int(),
})
export type IdentityProviderInput = z.infer<typeof IdentityProviderInput>

/** A provider as the list shows it. */
export interface IdentityProviderItem {
  id: string
  name: string
  issuer: string
  domains: string[]
  isDisabled: boolean
  linkedCount: number
}

/** A provider with what can be changed about it; of the secret only whether there is one. */
export interface IdentityProviderView extends IdentityProviderItem {
  clientId: string
  hasSecret: boolean
  createsPeople: boolean
  newPersonRole: PermissionRole
  version: number
  linked: { identityId: string; name: string; email: string; lastUsedAt: Date | null }[]
}
