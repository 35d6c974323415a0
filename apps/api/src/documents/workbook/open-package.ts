import { inflateRawSync } from 'node:zlib';
import { documentError } from '../document-error.js';

export interface PackageLimits {
  /** Bytes of the file, of all its parts inflated, and of one part inflated. */
  file: number;
  inflated: number;
  part: number;
  /** Inflated bytes for each byte of a part; small parts are let off. */
  ratio: number;
  parts: number;
}

const MEGABYTE = 1024 * 1024;

export const PACKAGE_LIMITS: PackageLimits = {
  file: 10 * MEGABYTE,
  inflated: 50 * MEGABYTE,
  part: 40 * MEGABYTE,
  ratio: 100,
  parts: 500,
};

/** A part of this size harms nobody, however well it packs. */
const RATIO_COUNTS_FROM = MEGABYTE;

interface Part {
  name: string;
  stored: boolean;
  packed: Buffer;
  size: number;
}

/** The parts of a zip package by name; a part is inflated when it is asked for. */
export interface OpenPackage {
  names: readonly string[];
  /** @throws DomainError `document.damaged`, `document.inflates_too_far` when a part lies about its size */
  read: (name: string) => Buffer | null;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Marks that the true count stands in a zip64 record; no sound workbook has so many parts. */
const ZIP64_COUNT = 0xffff;
/** First bytes of an old .xls, and of an .xlsx under a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Opens a zip package from its central directory, and refuses a bomb before it inflates a byte.
 *
 * @throws DomainError `document.too_large`, `document.not_a_workbook`, `document.old_or_locked`,
 *   `document.inflates_too_far`, `document.damaged`
 */
export function openPackage(file: Buffer, limits: PackageLimits = PACKAGE_LIMITS): OpenPackage {
  if (file.length > limits.file) throw documentError('document.too_large');
  if (file.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    throw documentError('document.old_or_locked');
  }
  const parts = new Map<string, Part>();
  for (const part of partsOf(file, limits)) {
    if (parts.has(part.name)) throw documentError('document.damaged', 'a part stands twice');
    parts.set(part.name, part);
  }
  refuseBomb([...parts.values()], limits);
  return {
    names: [...parts.keys()],
    read: (name) => {
      const part = parts.get(name);
      return part ? inflate(part) : null;
    },
  };
}

function refuseBomb(parts: readonly Part[], limits: PackageLimits): void {
  const inflated = parts.reduce((sum, { size }) => sum + size, 0);
  const isTooFar = ({ size, packed }: Part) =>
    size > limits.part || (size > RATIO_COUNTS_FROM && size > packed.length * limits.ratio);
  if (inflated > limits.inflated || parts.some(isTooFar)) {
    throw documentError('document.inflates_too_far');
  }
}

function partsOf(file: Buffer, limits: PackageLimits): Part[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count === ZIP64_COUNT || count > limits.parts) {
    throw documentError('document.inflates_too_far', 'too many parts');
  }
  const start = file.readUInt32LE(end + 16);
  if (start + file.readUInt32LE(end + 12) !== end) {
    throw documentError('document.damaged', 'the directory is not where the end record says');
  }
  const parts: Part[] = [];
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_LENGTH > end || file.readUInt32LE(at) !== ENTRY) {
      throw documentError('document.damaged', 'an entry of the directory is broken');
    }
    parts.push(partAt(file, at));
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, of) => sum + file.readUInt16LE(at + of), 0);
  }
  if (at !== end)
    throw documentError('document.damaged', 'the directory holds more than it counts');
  return parts;
}

/** The end record must really be the end: two readers of one file must not see two directories. */
function endOf(file: Buffer): number {
  const lastComment = Math.max(0, file.length - END_LENGTH - 0xffff);
  for (let at = file.length - END_LENGTH; at >= lastComment; at -= 1) {
    if (
      file.readUInt32LE(at) === END &&
      at + END_LENGTH + file.readUInt16LE(at + 20) === file.length
    )
      return at;
  }
  throw documentError('document.not_a_workbook');
}

function partAt(file: Buffer, at: number): Part {
  const method = file.readUInt16LE(at + 10);
  const nameEnd = at + ENTRY_LENGTH + file.readUInt16LE(at + 28);
  const name = file.toString('utf8', at + ENTRY_LENGTH, nameEnd);
  if (file.readUInt16LE(at + 8) & ENCRYPTED) throw documentError('document.old_or_locked');
  const extra = file.subarray(nameEnd, nameEnd + file.readUInt16LE(at + 30));
  const figures = [24, 20, 42].map((of) => file.readUInt32LE(at + of));
  const [size = 0, packedSize = 0, local = 0] = trueFigures(figures, extra);
  const isSound =
    (method === STORED || method === DEFLATED) &&
    local + LOCAL_LENGTH <= at &&
    file.readUInt32LE(local) === LOCAL;
  if (!isSound) throw documentError('document.damaged', name);
  const data = local + LOCAL_LENGTH + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (data + packedSize > at) throw documentError('document.damaged', name);
  return {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    stored: method === STORED,
    packed: file.subarray(data, data + packedSize),
    size,
  };
}

const ZIP64 = 1;
const IN_ZIP64 = 0xffffffff;

/** Some programs write every figure into the zip64 field of the entry, however small it is. */
function trueFigures(figures: readonly number[], extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== ZIP64) {
    at += 4 + extra.readUInt16LE(at + 2);
  }
  at += 4;
  return figures.map((figure) => {
    if (figure !== IN_ZIP64) return figure;
    if (at + 8 > extra.length) throw documentError('document.inflates_too_far');
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

/** What inflates beyond its declared size has lied in the directory: zlib stops right there. */
function inflate({ name, stored, packed, size }: Part): Buffer {
  if (size === 0 && packed.length === 0) return Buffer.alloc(0);
  if (stored && packed.length !== size) throw documentError('document.damaged', name);
  if (stored) return packed;
  try {
    const inflated = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    if (inflated.length === size) return inflated;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw documentError('document.inflates_too_far', name);
    }
  }
  throw documentError('document.damaged', name);
}
