// Arrays of numbers in Postgres' binary format, which the driver sends as they are: neither side writes or reads a
// thousand numbers as text. A null is an element without bytes.

interface Kind {
  /** Of the elements, in pg_type. */
  readonly oid: number
  readonly bytes: number
  readonly write: (buffer: Buffer, value: number, offset: number) => void
}

const int: Kind = {
  oid: 23,
  bytes: 4,
  write(buffer, value, offset) {
    assertWhole(value)
    buffer.writeInt32BE(value, offset)
  },
}
const double: Kind = { oid: 701, bytes: 8, write: (buffer, value, offset) => buffer.writeDoubleBE(value, offset) }
const long: Kind = {
  oid: 20,
  bytes: 8,
  write(buffer, value, offset) {
    assertWhole(value)
    buffer.writeInt32BE(Math.floor(value / 2 ** 32), offset)
    buffer.writeUInt32BE(value - Math.floor(value / 2 ** 32) * 2 ** 32, offset + 4)
  },
}

/** A buffer would cut a fraction off without a word. */
function assertWhole(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number that can be stored exactly`)
}

/** Whole numbers of 32 bits, for a parameter of type int[]. Throws RangeError at any other number. */
export const intArray = (numbers: readonly number[]): Buffer => encode(numbers, int)

/** Safe integers, for a parameter of type bigint[]. Throws RangeError at any other number. */
export const bigintArray = (numbers: readonly number[]): Buffer => encode(numbers, long)

/** Any numbers, NaN and infinities too, for a parameter of type float8[]. */
export const floatArray = (numbers: readonly (number | null)[]): Buffer => encode(numbers, double)

const headerBytes = 20

function encode(numbers: readonly (number | null)[], { oid, bytes, write }: Kind): Buffer {
  const buffer = Buffer.allocUnsafe(headerBytes + numbers.length * (4 + bytes))
  const dimensions = 1
  const mayHoldNull = 1
  const firstIndex = 1
  for (const [index, word] of [dimensions, mayHoldNull, oid, numbers.length, firstIndex].entries())
    buffer.writeInt32BE(word, index * 4)
  let offset = headerBytes
  for (const number of numbers) {
    offset = buffer.writeInt32BE(number === null ? -1 : bytes, offset)
    if (number === null) continue
    write(buffer, number, offset)
    offset += bytes
  }
  return buffer.subarray(0, offset)
}
