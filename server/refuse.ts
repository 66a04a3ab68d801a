import type { Response } from 'express'

/** Whether a request with this method may change something. */
export const stateChanging = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Answers a request that goes no further, as a small page without scripts. */
export function refuse(response: Response, status: number, title: string, message: string): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${message}</p></main></html>`,
    )
}
