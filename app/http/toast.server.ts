import { createCookie, redirect } from '@remix-run/node'
import { z } from 'zod'
import { appUrl } from '~/infra/env.server'
import { newId } from '~/infra/ids.server'

/** What just happened, said once on the next page; `undo` posts back. */
const ToastContent = z.object({
  id: z.string(),
  text: z.string(),
  tone: z.enum(['good', 'bad', 'info']).optional(),
  undo: z
    .object({
      label: z.string(),
      action: z.string(),
      values: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
})
export type ToastContent = z.infer<typeof ToastContent>

const cookieName = 'wardround-toast'
const cookie = () => {
  const isHttps = appUrl().startsWith('https:')
  return createCookie(isHttps ? `__Host-${cookieName}` : cookieName, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    maxAge: 60,
  })
}

/** Sends the browser on to `path`, where it is told once what was done. */
export async function redirectWithToast(
  path: string,
  toast: string | Omit<ToastContent, 'id'>,
  init: { headers?: [string, string][] } = {},
): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.append('Set-Cookie', await toastCookie(toast))
  return redirect(path, { headers })
}

/** The cookie that makes the next page say what was done. */
export function toastCookie(toast: string | Omit<ToastContent, 'id'>): Promise<string> {
  const content = typeof toast === 'string' ? { text: toast } : toast
  return cookie().serialize({ ...content, text: content.text.slice(0, 300), id: newId() })
}

/** The message to show on this page, and the cookie that forgets it. */
export async function takeToast(
  request: Request,
): Promise<{ toast: ToastContent | null; setCookie: string | null }> {
  const header = request.headers.get('Cookie')
  if (!header?.includes(cookieName)) return { toast: null, setCookie: null }
  const parsed = ToastContent.safeParse(await cookie().parse(header))
  const setCookie = await cookie().serialize('', { maxAge: 0 })
  return { toast: parsed.success ? parsed.data : null, setCookie }
}
