import type { Dto } from '@yikou/api-client';
import { words } from '../messages/zh-CN/words';

/** A state that comes as plain text (events, the public page), when it is one that has a word. */
export function stateOf(text: string | null): Dto<'CaseState'> | undefined {
  return text !== null && Object.hasOwn(words.state, text) ? (text as Dto<'CaseState'>) : undefined;
}

export function channelOf(text: string | null): Dto<'CaseChannel'> | undefined {
  return text !== null && Object.hasOwn(words.channel, text)
    ? (text as Dto<'CaseChannel'>)
    : undefined;
}

export function verbOf(text: string): Dto<'CaseVerb'> | undefined {
  return Object.hasOwn(words.verb, text) ? (text as Dto<'CaseVerb'>) : undefined;
}
