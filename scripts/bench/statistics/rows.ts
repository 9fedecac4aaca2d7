import type { Row } from '../row.ts'
import { alphaInterval, alphaOfCodes, alphaOrdinal } from './alpha.ts'
import { bootstrapOfAlpha, bootstrapOfKappa, bootstrapOfKappaManyItems } from './bootstrap.ts'
import { gwetCoefficients } from './gwet.ts'
import { iccByReml, iccOfLargeTables, iccOfSmallTables } from './icc.ts'
import { kappaOfArrays, kappaOfTypedCodes } from './kappa.ts'
import { labExport } from './lab-export.ts'
import { kappaOfEveryPair } from './pairs.ts'
import { alphaOfUnits, gammaOfFive, gammaOfUnits } from './units.ts'

export const rows: readonly Row[] = [
  kappaOfTypedCodes,
  kappaOfArrays,
  gwetCoefficients,
  alphaOfCodes,
  alphaInterval,
  alphaOrdinal,
  bootstrapOfKappa,
  bootstrapOfKappaManyItems,
  bootstrapOfAlpha,
  iccOfSmallTables,
  iccOfLargeTables,
  iccByReml,
  kappaOfEveryPair,
  labExport,
  alphaOfUnits,
  gammaOfUnits,
  gammaOfFive,
]
