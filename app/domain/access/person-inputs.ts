/**
 * What the forms about people send: an invitation, a change of somebody's role, and the hand-over
 * when somebody leaves.
 *
 *     InvitationInput.parse({ name: 'Ana Ruiz', email: 'Ana@Clinic.example', permissionRole: 'member' })
 *     // { name: 'Ana Ruiz', email: 'ana@clinic.example', permissionRole: 'member' }
 */
import { z } from 'zod'
import {
  EmailAddress,
  PersonName,
  ProfileInput,
  type ProfileInput as ProfileFields,
} from '~/domain/access/account-inputs'
import { invitationListCharacters } from '~/domain/access/invitation-list'
import { permissionRoles } from '~/domain/shared/vocabulary'
import { chosenId, formVersion, optionalId } from '~/domain/tasks/text-input'

const permissionRole = z.enum(permissionRoles, { error: 'Choose a role from the list.' })

/** How long an invitation works. */
export const invitationDays = 7
/** How long the link of a contact's mail works. */
export const contactLinkDays = 30

/** How somebody takes part: with a sign-in, or by the links of their mails only. */
export const participations = ['sign-in', 'email-only'] as const

const invitation = z.object({ name: PersonName, email: EmailAddress, permissionRole })

export const InvitationInput = invitation
  .extend({ participation: z.enum(participations).default('sign-in') })
  .refine(
    ({ participation, permissionRole: role }) => participation === 'sign-in' || role === 'member',
    {
      error: 'Somebody who acts from email only is a member: choose Member, or let them sign in.',
      path: ['permissionRole'],
    },
  )
  .transform(({ participation, ...input }) => ({
    ...input,
    isContact: participation === 'email-only',
  }))
/** What the service takes; without a word about it, somebody signs in. */
export type InvitationInput = z.infer<typeof invitation> & { isContact?: boolean }

/** A list of people to invite, as a file or as text; the file comes first. */
export const InvitationListInput = z
  .object({
    file: z
      .instanceof(File)
      .optional()
      .transform((file) => (file && file.size > 0 ? file : undefined)),
    text: z
      .string()
      .max(invitationListCharacters, { error: 'This is more than a list of 500 people.' })
      .optional(),
  })
  .refine(({ file, text }) => file !== undefined || (text ?? '').trim() !== '', {
    error: 'Choose a file or paste a list.',
    path: ['text'],
  })
  .refine(({ file }) => (file?.size ?? 0) <= invitationListCharacters, {
    error: 'This file is larger than a list of 500 people.',
    path: ['file'],
  })
export type InvitationListInput = z.infer<typeof InvitationListInput>

/** The people whose invitations are sent again or withdrawn. */
export const InvitationChoiceInput = z.object({
  personIds: z
    .array(chosenId(), { error: 'Tick at least one person.' })
    .min(1, { error: 'Tick at least one person.' })
    .max(500),
})
export type InvitationChoiceInput = z.infer<typeof InvitationChoiceInput>

export const PermissionRoleInput = z.object({ permissionRole, version: formVersion })
export type PermissionRoleInput = z.infer<typeof PermissionRoleInput>

export const PersonInput = ProfileInput.extend({ version: formVersion })
export type PersonInput = ProfileFields & { version: number }

const handOverLine = z.object({
  group: z.string().max(80),
  /** Empty for whoever takes over the rest, `nobody`, or somebody's id. */
  to: z.union([z.literal(''), z.literal('nobody'), chosenId()]).default(''),
})

/** `successorId` takes over what the person who leaves holds; `handOver` says where somebody else does. */
export const DeactivationInput = z.object({
  successorId: optionalId,
  handOver: z.array(handOverLine).max(200).default([]),
  version: formVersion,
})
export type DeactivationInput = z.infer<typeof DeactivationInput>
