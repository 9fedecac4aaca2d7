/** Positions of values: a byte each as long as that is enough. */
export type Cells = Int8Array<ArrayBuffer> | Int32Array<ArrayBuffer>

/** A list of whole numbers that grows without keeping objects. */
export interface Numbers {
  readonly push: (value: number) => void
  readonly put: (index: number, value: number) => void
  readonly at: (index: number) => number
  readonly count: () => number
  readonly all: () => Int32Array<ArrayBuffer>
}

const AT_LEAST = 1024

/** @param expected how many there will be, about: memory that is never written costs nothing. */
export function growingNumbers(expected = AT_LEAST): Numbers {
  let store = new Int32Array(Math.max(AT_LEAST, expected))
  let count = 0
  return {
    push: (value) => {
      if (count === store.length) store = copied(store, new Int32Array(2 * count))
      store[count++] = value
    },
    put: (index, value) => {
      store[index] = value
    },
    at: (index) => store[index]!,
    count: () => count,
    all: () => store.subarray(0, count),
  }
}

const LARGEST_BYTE = 127

/** A growing list of positions of values, of which most files have few. */
export function growingCells(expected: number) {
  let store: Cells = new Int8Array(Math.max(AT_LEAST, expected))
  let count = 0
  /** Makes room for so many more, of which one may be so large. */
  const widen = (more: number, value: number) => {
    if (value > LARGEST_BYTE && store instanceof Int8Array) store = copied(store, new Int32Array(store.length))
    if (count + more <= store.length) return
    const length = 2 * (count + more)
    store = copied(store, store instanceof Int8Array ? new Int8Array(length) : new Int32Array(length))
  }
  return {
    push: (value: number): void => {
      if (value > LARGEST_BYTE || count === store.length) widen(1, value)
      store[count++] = value
    },
    /** The first so many of some values. */
    pushAll: (values: Int32Array, length: number): void => {
      let largest = 0
      for (let index = 0; index < length; index++) if (values[index]! > largest) largest = values[index]!
      widen(length, largest)
      store.set(values.subarray(0, length), count)
      count += length
    },
    all: (): Cells => store.subarray(0, count),
  }
}

function copied<Store extends Cells>(from: Cells, to: Store): Store {
  to.set(from)
  return to
}
