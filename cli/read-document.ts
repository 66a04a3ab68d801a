import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Invalid } from '~/domain/shared/errors'

/** Reads a document named on the command line; `-` is standard input. @throws Invalid when it cannot be read. */
export async function readDocument(
  path: string,
): Promise<{ bytes: Uint8Array; fileName: string | undefined }> {
  if (path === '-') {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    return { bytes: Buffer.concat(chunks), fileName: undefined }
  }
  try {
    return { bytes: await readFile(path), fileName: basename(path) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'there is no such file' : message
    throw new Invalid('unreadable-file', `${path} cannot be read: ${reason}.`)
  }
}
