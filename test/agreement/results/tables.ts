import {
  type AnyTable,
  type Cell,
  eventTable,
  type Level,
  ratingTable,
  type Spans,
  segmentationTable,
  tableFromContingency,
  tableFromCounts,
  unitTableFromSpans,
} from '@attune/agreement'

const names = ['Ann', 'Ben', 'Cleo', 'Dan']

/** One item a word, one letter a rater: `.` is missing, `?` not codable. */
function coded(text: string, categories: string, raters: number, level: Level = 'nominal'): AnyTable {
  return ratingTable({
    raters: names.slice(0, raters),
    level,
    categories: level === 'nominal' ? [...categories] : [...categories].map(Number),
    notCodable: ['?'],
    rows: text
      .split(' ')
      .flatMap((word) => (word === '' ? [] : [[...word].map((code) => (code === '.' ? null : code))])),
  })
}

/** One item a row. */
function scored(raters: number, rows: readonly (readonly Cell[])[], level: Level = 'interval'): AnyTable {
  return ratingTable({ raters: names.slice(0, raters), level, rows })
}

const units = (spans: Spans['spans'], raters = spans.length): AnyTable =>
  unitTableFromSpans({ raters: names.slice(0, raters), categories: ['a', 'b', 'c'], begin: 0, length: 60, spans })
const cut = (...masses: number[][]): AnyTable => segmentationTable({ raters: names.slice(0, masses.length), masses })
const noted = (...events: (readonly [number, string])[][]): AnyTable =>
  eventTable({ raters: names.slice(0, events.length), categories: ['a', 'b'], events })

/** Tables as they come. */
export const usual: Readonly<Record<string, AnyTable>> = {
  'two codes': coded('xx xx xy yy yx xx yy yy xy x. .y ?x', 'xy', 2),
  'three codes': coded('xx xy yy yz zz zz xx yy zy xx xz z. ?y', 'xyz', 2),
  'team of codes': coded('xxx xxy yyy yzy zzz x.x y.. zzy xyz yyy zz?', 'xyz', 3),
  'whole team of codes': coded('xxxx xxxy yyyy yyzz zzzz xyxx zzyz', 'xyz', 4),
  'ordered codes': coded('11 12 22 23 33 44 43 24 31 44 11 2.', '1234', 2, 'ordinal'),
  'team of ordered codes': coded('111 122 222 233 333 44. 434 2.4 311 444', '1234', 3, 'ordinal'),
  'codes at equal distances': coded('111 122 222 233 333 445 434 254 311 4.4', '12345', 3, 'interval'),
  'two raters of scores': scored(2, [
    [3, 3.5],
    [5, 4],
    [7.5, 8],
    [2, 2],
    [6, 4.5],
    [4, 4.5],
    [8, 9],
    [1.5, 3],
    [null, 3],
  ]),
  ratios: scored(
    2,
    [
      [1, 2],
      [3, 3],
      [4, 5],
      [8, 7],
      [2, 2],
      [6, 9],
      [null, 1],
    ],
    'ratio',
  ),
  'team of scores': scored(3, [
    [9, 2, 5],
    [6, 1, 3],
    [8, 4, 6],
    [7, 1, 2],
    [10, 5, 6],
    [6, 2, 4],
    [5, null, 4],
    [7, 3.5, null],
    [null, 2, null],
  ]),
  'whole team of scores': scored(4, [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ]),
  counts: tableFromCounts({
    level: 'nominal',
    categories: ['x', 'y', 'z'],
    counts: [
      [3, 0, 0],
      [2, 1, 0],
      [0, 2, 2],
      [0, 0, 4],
      [1, 0, 0],
      [0, 3, 1],
    ],
  }),
  units: units([
    [
      [2, 8, 'a'],
      [10, 20, 'b'],
      [25, 31, 'a'],
      [44, 50, 'c'],
    ],
    [
      [3, 9, 'a'],
      [11, 18, 'a'],
      [27, 33, 'a'],
      [45, 52, 'c'],
      [55, 58, 'b'],
    ],
  ]),
  'team of units': units([
    [
      [2, 8, 'a'],
      [10, 20, 'b'],
    ],
    [
      [2, 7, 'a'],
      [11, 19, 'b'],
      [30, 34, 'c'],
    ],
    [[9, 21, 'b']],
  ]),
  cuts: cut([3, 4, 5, 2], [3, 5, 4, 2]),
  'team of cuts': cut([3, 4, 5, 2], [3, 5, 4, 2], [7, 7]),
  events: noted(
    [
      [1, 'a'],
      [4, 'b'],
      [7, 'a'],
      [9.5, 'b'],
      [14, 'a'],
    ],
    [
      [1.5, 'a'],
      [4, 'a'],
      [9, 'b'],
      [14.2, 'a'],
      [18, 'b'],
    ],
  ),
}

/** Tables at the edge of what can be computed. */
export const edges: Readonly<Record<string, AnyTable>> = {
  'full agreement': coded('xx yy xx yy yy', 'xy', 2),
  'no agreement': coded('xy yx xy yx xy', 'xy', 2),
  'one code for all': coded('xx xx xx xx', 'xy', 2),
  'one rater with one code': coded('xx xy xx xy', 'xy', 2),
  'unused codes': coded('xx xy yy yy', 'wxyz', 2),
  'one declared code': coded('xx xx', 'x', 2),
  'one item': coded('xx', 'xy', 2),
  'one item, apart': coded('xy', 'xy', 2),
  'two items': coded('xx yx', 'xy', 2),
  'no item': coded('', 'xy', 2),
  'nothing rated': coded('.. .x ?.', 'xy', 2),
  'one rater': coded('x y x', 'xy', 1),
  'counts of two': tableFromContingency({
    raters: ['Ann', 'Ben'],
    level: 'nominal',
    categories: ['x', 'y'],
    counts: [
      [12, 3],
      [1, 9],
    ],
  }),
  'team with one code': coded('xxx xxx xx.', 'xy', 3),
  'team with full agreement': coded('xxx yyy zzz xxx', 'xyz', 3),
  'team that never overlaps': coded('x.. .y. ..z', 'xyz', 3),
  'team whose last is silent': coded('xx. xy. yy. yy.', 'xy', 3),
  'counts of one code': tableFromCounts({
    level: 'nominal',
    categories: ['x', 'y'],
    counts: [
      [3, 0],
      [2, 0],
    ],
  }),
  'counts of single ratings': tableFromCounts({
    level: 'nominal',
    categories: ['x', 'y'],
    counts: [
      [1, 0],
      [0, 1],
    ],
  }),
  'counts with an item nobody rated': tableFromCounts({
    level: 'nominal',
    categories: ['x', 'y'],
    counts: [
      [2, 1],
      [0, 0],
      [0, 3],
      [2, 0],
    ],
  }),
  'no counts': tableFromCounts({ level: 'nominal', categories: ['x', 'y'], counts: [] }),
  'ordered codes, all equal': coded('22 22 22', '123', 2, 'ordinal'),
  'scores, not codable': ratingTable({
    raters: ['Ann', 'Ben', 'Cleo'],
    level: 'interval',
    notCodable: [-9],
    rows: [
      [-9, -9, -9],
      [-9, null, 2],
      [null, null, null],
      [1, 2, 2.5],
      [4, -9, 3],
      [6, 5, 5.5],
      [2, 3, 1],
      [7, 7, -9],
    ],
  }),
  'scores, two raters, not codable': ratingTable({
    raters: ['Ann', 'Ben'],
    level: 'ratio',
    notCodable: [-9],
    rows: [
      [-9, 1],
      [-9, null],
      [null, 4],
      [1, 2],
      [4, 3],
      [6, 5],
      [2, 3],
    ],
  }),
  'scores, equal': scored(2, [
    [3, 3],
    [5, 5],
    [7, 7],
    [2, 2],
  ]),
  'scores, shifted': scored(2, [
    [3, 4],
    [5, 6],
    [7, 8],
    [2, 3],
    [1, 2],
  ]),
  'scores, turned': scored(2, [
    [1, 5],
    [2, 4],
    [3, 3],
    [4, 2],
    [5, 1.5],
  ]),
  'scores, one rater level': scored(2, [
    [3, 4],
    [3, 6],
    [3, 8],
  ]),
  'scores, both level': scored(2, [
    [3, 4],
    [3, 4],
    [3, 4],
  ]),
  'scores, all the same': scored(3, [
    [3, 3, 3],
    [3, 3, 3],
    [3, 3, 3],
  ]),
  'scores, two items': scored(2, [
    [3, 4],
    [5, 5.5],
  ]),
  'scores, three items': scored(2, [
    [3, 4],
    [5, 5.5],
    [6, 8],
  ]),
  'scores, four items': scored(2, [
    [3, 4],
    [5, 5.5],
    [6, 8],
    [2, 2],
  ]),
  'scores, one item': scored(2, [[3, 4]]),
  'scores, none': scored(2, []),
  'scores, unrelated': scored(2, [
    [1, 2],
    [1, 4],
    [3, 2],
    [3, 4],
  ]),
  'scores, one rater': scored(1, [[3], [4], [6]]),
  'scores, same means of items': scored(3, [
    [1, 2, 3],
    [3, 2, 1],
    [2, 1, 3],
    [2, 3, 1],
  ]),
  'scores, raters agree': scored(3, [
    [1, 1, 1],
    [4, 4, 4],
    [6, 6, 6],
    [9, 9, 9],
  ]),
  'scores, items differ less than raters of one': scored(3, [
    [1, 5, 9],
    [9, 1, 5.5],
    [5, 9, 1],
  ]),
  'scores, only singles': scored(3, [
    [1, null, null],
    [null, 4, null],
    [null, null, 2],
  ]),
  'no units': units([[], []]),
  'units of one rater': units([[[2, 9, 'a']], []]),
  'units that are equal': units([
    [
      [2, 9, 'a'],
      [12, 20, 'b'],
    ],
    [
      [2, 9, 'a'],
      [12, 20, 'b'],
    ],
  ]),
  'units that never meet': units([[[2, 9, 'a']], [[30, 38, 'a']]]),
  'units with other codes': units([[[2, 9, 'a']], [[2, 9, 'b']]]),
  'units with broken bounds': units([[[2.5, 9.25, 'a']], [[3, 10.5, 'b']]]),
  'units without a continuum': unitTableFromSpans({
    raters: ['Ann', 'Ben'],
    categories: ['a', 'b'],
    spans: [
      [
        [2, 9, 'a'],
        [12, 14, 'b'],
      ],
      [[3, 9, 'a']],
    ],
  }),
  'units that overlap': units([
    [
      [2, 9, 'a'],
      [8, 12, 'b'],
    ],
    [[3, 9, 'a']],
  ]),
  'units of one code that overlap': units([
    [
      [2, 9, 'a'],
      [8, 12, 'a'],
      [13, 15, 'b'],
    ],
    [[3, 9, 'a']],
  ]),
  'units one after the other': units([
    [
      [0, 9, 'a'],
      [9, 12, 'b'],
      [12, 60, 'a'],
    ],
    [
      [0, 9, 'b'],
      [9, 12, 'a'],
      [12, 60, 'b'],
    ],
  ]),
  'units everywhere': units([[[0, 60, 'a']], [[0, 60, 'a']]]),
  'cuts that are equal': cut([3, 4], [3, 4]),
  'cuts at none': cut([7], [7]),
  'cuts of one element': cut([1], [1]),
  'cuts of one rater': cut([3, 4]),
  'cuts everywhere and none': cut([1, 1, 1, 1, 1], [5]),
  'no events': noted([], []),
  'events of one rater': noted([[1, 'a']], []),
  'events that are equal': noted(
    [
      [1, 'a'],
      [5, 'b'],
    ],
    [
      [1, 'a'],
      [5, 'b'],
    ],
  ),
  'many events at one time': noted(
    [
      [1, 'a'],
      [1, 'a'],
      [1, 'b'],
      [6, 'a'],
    ],
    [
      [1, 'a'],
      [2, 'a'],
      [2, 'b'],
      [6, 'a'],
    ],
  ),
  'events with other codes': noted([[1, 'a']], [[1, 'b']]),
  'events far apart': noted([[1, 'a']], [[50, 'a']]),
  'events of one code': noted(
    [
      [1, 'a'],
      [5, 'a'],
    ],
    [
      [1, 'a'],
      [5, 'a'],
    ],
  ),
  'team of events': noted([[1, 'a']], [[1, 'a']], [[2, 'b']]),
}
