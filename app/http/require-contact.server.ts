import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/domain/access/actor'
import {
  noteContactLinkUse,
  openContactLink,
  type OpenedLink,
} from '~/services/people/contact-links.server'
import { ensureContactTask } from '~/services/tasks/get-contact-tasks.server'
import { requestContext } from './request-context.server'

/** Whom the link in the address stands for. @throws LinkVoid, TooManyTries */
export function requireContact({ params }: LoaderFunctionArgs): Promise<OpenedLink> {
  return openContactLink(params.token ?? '', requestContext().address)
}

/**
 * The contact behind a post, and the task it is about, which must be theirs at this moment.
 * @throws NotFound for any other task, as if it did not exist
 */
export async function requireContactTask(
  args: ActionFunctionArgs,
): Promise<{ actor: Actor; token: string; taskId: string }> {
  const { actor } = await requireContact(args)
  const { token = '', taskId = '' } = args.params
  await ensureContactTask(actor, taskId)
  await noteContactLinkUse(token)
  return { actor, token, taskId }
}
