import { JSDOM } from 'jsdom'
import { locationOf, type WebClient } from './web-client'

/**
 * A clinic in which every text that people can type, and every name of a file, tries to be a script.
 * `mark` makes each of them findable, so that a test can see that it is shown as it was typed.
 */
export const planted = (mark: string): string =>
  `${mark}"'><img src=/pwned onerror=pwned=1><script>pwned=2</script>`

export const plantedPassword = 'a quiet lake in early autumn'
export const plantedEmail = 'ada@lindenhof.example'

/** A form of a page as it would be sent: the fields with what stands in them. */
function formOf(html: string, action: RegExp, choose: Record<string, string>): FormData {
  const { document } = new JSDOM(html).window
  const form = [...document.querySelectorAll('form')].find((each) => {
    const isPost = each.getAttribute('method') === 'post'
    return isPost && action.test(each.getAttribute('action') ?? '')
  })
  const data = new FormData()
  for (const field of form?.querySelectorAll<HTMLInputElement>('input,select,textarea') ?? []) {
    if (!field.name || ((field.type === 'checkbox' || field.type === 'radio') && !field.checked)) {
      continue
    }
    data.append(field.name, choose[field.name.replace(/^.*\./, '')] ?? field.value)
  }
  return data
}

export interface PlantedClinic {
  taskId: string
  planId: string
  templateId: string
  reviewId: string
}

const idIn = (location: string | null) => /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? ''

/** Builds it over the product's own pages. @throws when a form is not taken, with its answer. */
export async function plantScripts(client: WebClient): Promise<PlantedClinic> {
  const must = async (path: string, fields: Record<string, string> | FormData) => {
    const response = await client.post(path, fields)
    if (response.status !== 302) {
      throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 3000)}`)
    }
    return locationOf(response)
  }
  await must('/setup', {
    ...{ organisationName: planted('clinic'), timeZone: 'Europe/Zurich', token: '' },
    ...{ name: planted('person'), email: plantedEmail, password: plantedPassword },
  })
  await must('/settings/owner-roles', { name: planted('office').slice(0, 80), aliases: '' })
  await must('/settings/holidays', { onDate: '2027-12-30', name: planted('holiday') })
  await must('/people/invite', {
    ...{ name: planted('guest'), email: 'gil@lindenhof.example', permissionRole: 'manager' },
  })
  const guide = new FormData()
  const text = [
    `# ${planted('guide')}`,
    ...['', planted('prose'), '', '<svg onload=pwned=3>', '', '[link](javascript:pwned=4)', ''],
    ...['## 30-day action plan', '', `- Lock the ${planted('item')} every evening.`],
    ...['- Train [staff](javascript:pwned=5) on <iframe src=/pwned></iframe> mail.', ''],
  ].join('\n')
  guide.append('file', new File([text], `${planted('file')}.md`, { type: 'text/markdown' }))
  guide.append('text', '')
  const templateId = idIn(await must('/guides/new', guide))
  await must(`/guides/${templateId}/items`, {
    ...{ action: planted('added'), detail: planted('detail'), outcome: planted('outcome') },
    ...{ stage: 'plan', horizonDays: '30' },
  })
  const planId = await launch(client, must, templateId)
  const tasks = await (await client.get('/tasks')).text()
  const taskId = /\/tasks\/([0-9a-f-]{36})/.exec(tasks)?.[1] ?? ''
  await actOn(client, must, taskId)
  const reviewId = await review(client, must)
  return { taskId, planId, templateId, reviewId }
}

type Must = (path: string, fields: Record<string, string> | FormData) => Promise<string | null>

async function launch(client: WebClient, must: Must, templateId: string): Promise<string> {
  const title = planted('plan')
  const startsOn = '2027-01-04'
  const planId = idIn(await must('/plans/new', { templateId, title, startsOn }))
  for (const step of ['roles', 'dates', 'launch']) {
    const html = await (await client.get(`/plans/${planId}/${step}`)).text()
    const me = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*person/.exec(html)?.[1] ?? ''
    const form = formOf(html, new RegExp(`^(/plans/${planId}/${step})?$|${step}`), { holderId: me })
    await must(`/plans/${planId}/${step}`, form)
  }
  return planId
}

async function actOn(client: WebClient, must: Must, taskId: string): Promise<void> {
  const path = `/tasks/${taskId}`
  await must(`${path}/comments`, { body: planted('comment') })
  await must(`${path}/evidence`, { kind: 'note', title: planted('title'), note: planted('note') })
  const link = { kind: 'link', title: planted('link'), url: 'https://elsewhere.example/"><img>' }
  await client.post(`${path}/evidence`, link)
  for (const url of [
    'javascript:pwned=6',
    'data:text/html,<script>pwned=7</script>',
    ' javascript:x',
  ]) {
    const response = await client.post(`${path}/evidence`, { kind: 'link', title: 'x', url })
    if (response.status !== 400) throw new Error(`${url} was taken as a link`)
  }
  const file = new FormData()
  file.append('kind', 'file')
  file.append('title', '')
  const html = '<script>pwned=8</script>'
  const name = `../../evidence"'><img src=pwned onerror=pwned=1>.html`
  file.append('file', new File([html], name, { type: 'text/html' }))
  await must(`${path}/evidence`, file)
  const page = await (await client.get(path)).text()
  await must(`${path}/block`, formOf(page, /\/block$/, { reason: planted('reason') }))
}

async function review(client: WebClient, must: Must): Promise<string> {
  const html = await (await client.get('/reviews/new')).text()
  const chairId = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  const made = await must('/reviews/new', {
    ...{ title: planted('review'), scheduledOn: '2027-01-11', agenda: planted('agenda') },
    ...{ repeatMonths: '', chairId },
  })
  const reviewId = idIn(made)
  const page = await (await client.get(`/reviews/${reviewId}`)).text()
  await must(`/reviews/${reviewId}/open`, formOf(page, /\/open$/, {}))
  await must(`/reviews/${reviewId}/decisions`, {
    ...{ text: planted('decision'), ownerPersonId: '', dueOn: '' },
  })
  return reviewId
}

/** What of the planted became a part of a page: elements, handlers, scripts, addresses that run. */
export function awake(html: string): string[] {
  const { document } = new JSDOM(html).window
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const found = [...element.attributes].filter(({ name, value }) => {
      const runs = /^(href|src|action|formaction|srcdoc|data)$/.test(name)
      return name.startsWith('on') || (runs && /^\s*(javascript|data|vbscript):|pwned/i.test(value))
    })
    const isScript = element.tagName === 'SCRIPT' && /^pwned/.test(element.textContent ?? '')
    return found.length > 0 || isScript ? [element.outerHTML.slice(0, 200)] : []
  })
}
