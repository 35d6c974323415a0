import { isLocalDate } from '@yikou/domain';
import { registerDecorator } from 'class-validator';

/** Control characters but tab and line ends, NUL among them, and lone surrogates: neither stored nor printed. */
const UNSTORABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** The text can be stored and printed as it is. */
export function PlainText(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isPlainText',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || !UNSTORABLE.test(value),
      },
    });
}

/** An instant with its offset, such as 2026-11-23T09:00:00+08:00; a bare local time is refused. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

export function isInstantText(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

export function InstantText(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate: isInstantText },
    });
}

/** A day such as 2026-11-23, as the calendar has it. */
export function LocalDateText(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isLocalDate',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate: (value: unknown) => typeof value === 'string' && isLocalDate(value) },
    });
}
