/**
 * What somebody says about a task. Plain text; the screen draws line breaks and links.
 *
 *     CommentText.parse(' Contract sent.\r\n') // 'Contract sent.'
 */
import { requiredText } from '~/domain/tasks/text-input'

export const maxCommentCharacters = 10_000

export const CommentText = requiredText('The comment', maxCommentCharacters)
