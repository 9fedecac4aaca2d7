import { type Expected, isFields } from './guards.ts'

/** The data of a case. Which fields there are depends on `type`; whoever needs one looks whether it is of the form it needs. */
export interface ReferenceData {
  readonly type: string
  readonly [field: string]: unknown
}

/** One reference case, as written in data/reference. */
export interface ReferenceCase {
  readonly id: string
  readonly measure: string
  readonly options: { readonly [name: string]: Expected }
  readonly source: string
  readonly data: ReferenceData
  readonly expected: { readonly [field: string]: Expected }
  readonly tolerance: { readonly abs: number; readonly rel: number }
}

/** A parsed JSON file and the name it goes by in messages. */
export interface ReferenceFile {
  readonly name: string
  readonly content: unknown
}

type Fields = { readonly [field: string]: unknown }

function fieldsOf(value: unknown, what: string): Fields {
  if (!isFields(value)) throw new RangeError(`${what} is not an object.`)
  return value
}

function isExpected(value: unknown): value is Expected {
  if (value === null || ['number', 'string', 'boolean'].includes(typeof value)) return true
  return Array.isArray(value) ? value.every(isExpected) : isFields(value) && Object.values(value).every(isExpected)
}

function expectedFields(value: unknown, what: string): { readonly [field: string]: Expected } {
  const fields = fieldsOf(value, what)
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (!isExpected(field)) throw new RangeError(`${what}.${name} is not plain data.`)
      return [name, field]
    }),
  )
}

function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new RangeError(`${what} is not text.`)
  return value
}

function numberOf(value: unknown, what: string): number {
  if (typeof value !== 'number') throw new RangeError(`${what} is not a number.`)
  return value
}

function dataOf(value: unknown, what: string): ReferenceData {
  const fields = fieldsOf(value, what)
  return { ...fields, type: textOf(fields.type, `${what}.type`) }
}

/**
 * The cases of one reference file.
 *
 * @throws RangeError naming file and case if the file is not in format 1.
 */
export function readReference(file: ReferenceFile): ReferenceCase[] {
  const content = fieldsOf(file.content, file.name)
  if (content.format !== 1) throw new RangeError(`${file.name} is not a reference file of format 1.`)
  if (!Array.isArray(content.cases)) throw new RangeError(`${file.name} has no list of cases.`)
  const datasets = fieldsOf(content.datasets ?? {}, `${file.name}: datasets`)
  return content.cases.map((entry: unknown, index) => {
    const fields = fieldsOf(entry, `${file.name}: case ${index + 1}`)
    const id = textOf(fields.id, `${file.name}: the id of case ${index + 1}`)
    const own = fieldsOf(fields.data, `${id}: data`)
    const tolerance = fieldsOf(fields.tolerance, `${id}: tolerance`)
    return {
      id,
      measure: textOf(fields.measure, `${id}: measure`),
      options: expectedFields(fields.options, `${id}: options`),
      source: textOf(fields.source, `${id}: source`),
      data: dataOf('dataset' in own ? datasets[textOf(own.dataset, `${id}: dataset`)] : own, `${id}: data`),
      expected: expectedFields(fields.expected, `${id}: expected`),
      tolerance: { abs: numberOf(tolerance.abs, `${id}: abs`), rel: numberOf(tolerance.rel, `${id}: rel`) },
    }
  })
}
