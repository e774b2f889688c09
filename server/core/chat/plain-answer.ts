import type { ChatReply } from './chat-model'

/** The words of a reply without the thinking that a server has left in them. */
export const plainAnswer = ({ content }: ChatReply): string =>
  (content ?? '').replace(/^\s*<think>[\s\S]*?<\/think>\s*/, '')
